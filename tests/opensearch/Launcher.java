import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.opensearch.Version;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.painless.PainlessModulePlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/** A node with the plugins that OpenSearch itself always has, as far as they are needed: java Launcher NAME=VALUE... */
public final class Launcher extends Node {
    private static final List<Class<? extends Plugin>> PLUGINS =
        List.of(Netty4ModulePlugin.class, CommonAnalysisModulePlugin.class, PainlessModulePlugin.class);

    private Launcher(Environment environment) {
        super(environment, PLUGINS.stream().map(Launcher::described).toList(), false);
    }

    /** Plugins of the class path have no folder with a description. */
    private static PluginInfo described(Class<? extends Plugin> plugin) {
        String name = plugin.getName();
        return new PluginInfo(name, "", "", Version.CURRENT, "21", name, null, List.of(), false);
    }

    public static void main(String[] settings) throws Exception {
        Settings.Builder said = Settings.builder();
        Stream.of(settings).map(one -> one.split("=", 2)).forEach(one -> said.put(one[0], one[1]));
        Environment environment =
            InternalSettingsPreparer.prepareEnvironment(said.build(), Map.of(), null, () -> "node");
        Node node = new Launcher(environment);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node)));
        node.start();
        new CountDownLatch(1).await();
    }

    private static void close(Node node) {
        try {
            node.close();
        } catch (Exception error) {
            throw new IllegalStateException(error);
        }
    }
}
