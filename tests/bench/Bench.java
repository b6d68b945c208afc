import java.io.BufferedReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.MMapDirectory;

/** Bench: what do loading, opening and every kind of query cost Lucene? Prints the figures as JSON. */
public class Bench {
    private static final String[] COUNTED = {"leader", "country", "year"};
    private static final int[] COLUMNS = {2, 3, 4};
    private static final List<String> IN_MODES = List.of("frequent", "and", "or", "phrase");
    private static final FacetsConfig CONFIG = new FacetsConfig();
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final SortedSetDocValuesReaderState facets;
    private final UnifiedHighlighter highlighter;

    private Bench(Path index) throws Exception {
        reader = DirectoryReader.open(new MMapDirectory(index));
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        facets = new DefaultSortedSetDocValuesReaderState(reader);
        highlighter = new UnifiedHighlighter(searcher, new WhitespaceAnalyzer());
    }

    /** Arguments: articles, a folder with queries.tsv, rounds; without rounds, the memory that asking once takes. */
    public static void main(String[] told) throws Exception {
        Path index = Path.of(told[1], "index");
        List<String> figures = new ArrayList<>();
        if (!Files.exists(index)) {
            double[] whole = load(told[0], index, Integer.MAX_VALUE);
            long bytes = 0;
            try (Stream<Path> files = Files.list(index)) {
                bytes = files.mapToLong(file -> file.toFile().length()).sum();
            }
            figures.add(String.format("\"load\": {%s, \"bytes\": %d, \"add\": {%s}}",
                seconds(whole), bytes, seconds(load(told[0], index, 100))));
        }
        long began = System.nanoTime();
        Bench bench = new Bench(index);
        if (told.length == 2) {
            bench.kinds(Path.of(told[1], "queries.tsv"), 1, "ask");
            System.out.println("{" + megabytes() + "}");
            return;
        }
        figures.add(String.format("\"open\": %.2f", (System.nanoTime() - began) / 1e6));
        figures.add(bench.figures(Path.of(told[1], "queries.tsv"), Integer.parseInt(told[2])));
        System.out.println("{" + String.join(", ", figures) + "}");
    }

    private static double[] load(String articles, Path index, int most) throws Exception {
        long cpu = cpu(), wall = System.nanoTime();
        IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer()).setRAMBufferSizeMB(256);
        try (IndexWriter writer = new IndexWriter(new MMapDirectory(index), config);
                BufferedReader lines = Files.newBufferedReader(Path.of(articles))) {
            String line;
            for (int number = 0; number < most && (line = lines.readLine()) != null; number++) {
                writer.addDocument(document(line.split("\t")));
            }
            writer.commit();
        }
        return new double[] {(cpu() - cpu) / 1e9, (System.nanoTime() - wall) / 1e9};
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime();
    }

    private static String seconds(double[] taken) {
        return String.format("\"cpu\": %.4f, \"wall\": %.4f", taken[0], taken[1]);
    }

    private static Document document(String[] row) throws Exception {
        Document document = new Document();
        document.add(new StringField("number", row[0], Field.Store.YES));
        for (int at = 0; at < COUNTED.length; at++) {
            document.add(new StringField(COUNTED[at], row[COLUMNS[at]], Field.Store.YES));
            document.add(new SortedSetDocValuesFacetField(COUNTED[at], row[COLUMNS[at]]));
        }
        document.add(new StoredField("title", row[5]));
        document.add(new TextField("body", row[6], Field.Store.YES));
        return CONFIG.build(document);
    }

    private static String megabytes() throws Exception {
        List<String> said = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            String[] row = line.split("\\s+");
            if (row[0].equals("VmRSS:") || row[0].equals("RssAnon:")) {
                said.add(String.format("\"%s\": %.3f", row[0].replace(":", ""), Long.parseLong(row[1]) * 1024 / 1e6));
            }
        }
        return String.join(", ", said);
    }

    private String figures(Path file, int rounds) throws Exception {
        said(file, rounds); // the first time is for Java's compiler
        return said(file, rounds);
    }

    private String said(Path file, int rounds) throws Exception {
        return String.format("\"queries\": {%s}, \"modes\": {\"count\": {%s}, \"best\": {%s}}",
            kinds(file, rounds, "ask"), kinds(file, rounds, "count"), kinds(file, rounds, "best"));
    }

    private String kinds(Path file, int rounds, String mode) throws Exception {
        Map<String, List<String[]>> kinds = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] row = line.split("\t");
            kinds.computeIfAbsent(row[0], kind -> new ArrayList<>()).add(Arrays.copyOfRange(row, 1, row.length));
        }
        List<String> said = new ArrayList<>();
        if (!mode.equals("ask")) {
            kinds.keySet().retainAll(IN_MODES);
        }
        for (Map.Entry<String, List<String[]>> kind : kinds.entrySet()) {
            said.add(kind(kind.getKey(), kind.getValue(), rounds, mode));
        }
        return String.join(", ", said);
    }

    private String kind(String kind, List<String[]> queries, int rounds, String mode) throws Exception {
        double[][][] taken = new double[2][queries.size()][rounds];
        long[] hits = new long[queries.size()];
        for (int round = 0; round < rounds; round++) {
            for (int at = 0; at < queries.size(); at++) {
                long cpu = CLOCK.getCurrentThreadCpuTime(), wall = System.nanoTime();
                hits[at] = asked(kind, queries.get(at), mode);
                taken[0][at][round] = (CLOCK.getCurrentThreadCpuTime() - cpu) / 1e6;
                taken[1][at][round] = (System.nanoTime() - wall) / 1e6;
            }
        }
        return String.format("\"%s\": {\"cpu\": %s, \"wall\": %s, \"hits\": %s}",
            kind, percentiles(taken[0]), percentiles(taken[1]), Arrays.toString(hits));
    }

    private static String percentiles(double[][] taken) {
        double[] rising = Stream.of(taken).mapToDouble(row -> {
            Arrays.sort(row);
            return row[row.length / 2];
        }).sorted().toArray();
        return String.format("{\"p50\": %.3f, \"p95\": %.3f, \"p99\": %.3f}",
            rising[rising.length / 2], rising[rising.length * 95 / 100], rising[rising.length * 99 / 100]);
    }

    private long asked(String kind, String[] words, String mode) throws Exception {
        switch (mode) {
            case "count": return searcher.count(query(kind, words));
            case "best": return searcher.search(query(kind, words), 10).scoreDocs.length;
            default: return ask(kind, words);
        }
    }

    private long ask(String kind, String[] words) throws Exception {
        Query query = query(kind, words);
        TopDocs found;
        long total;
        boolean counts = kind.equals("facets") || kind.equals("page");
        if (counts) {
            FacetsCollector collected = new FacetsCollector();
            found = FacetsCollector.search(searcher, query, 10, collected);
            total = collected.getMatchingDocs().stream().mapToLong(one -> one.totalHits).sum();
            Facets counted = new SortedSetDocValuesFacetCounts(facets, collected);
            for (String facet : COUNTED) {
                counted.getTopChildren(300, facet);
            }
        } else {
            TopScoreDocCollector collector = TopScoreDocCollector.create(10, Integer.MAX_VALUE);
            searcher.search(query, collector);
            found = collector.topDocs();
            total = found.totalHits.value;
        }
        for (ScoreDoc hit : found.scoreDocs) {
            searcher.doc(hit.doc).get("title");
        }
        if (kind.equals("page")) {
            highlighter.highlight("body", query, found, 2);
        }
        return total;
    }

    private static Query query(String kind, String[] words) {
        switch (kind) {
            case "and": return all(Arrays.asList(words), null);
            case "or": return any(words);
            case "phrase": return new PhraseQuery("body", words);
            case "prefix": return new PrefixQuery(new Term("body", words[0]));
            case "one off": return new FuzzyQuery(new Term("body", words[0]), 1, 0, 1024, false);
            case "two off": return new FuzzyQuery(new Term("body", words[0]), 2, 0, 1024, false);
            case "filter": return all(Arrays.asList(words).subList(0, 1), words[1]);
            case "page": return all(Arrays.asList(words).subList(0, 2), words[2]);
            default: return word(words[0]);
        }
    }

    private static Query word(String word) {
        return new TermQuery(new Term("body", word));
    }

    private static Query any(String[] words) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        Stream.of(words).forEach(word -> any.add(word(word), Occur.SHOULD));
        return any.build();
    }

    private static Query all(List<String> words, String country) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(word(word), Occur.MUST));
        if (country != null) {
            all.add(new TermQuery(new Term("country", country)), Occur.FILTER);
        }
        return all.build();
    }
}
