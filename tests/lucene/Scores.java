import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** Scores: how does Lucene rank the articles of one file for each query of another? */
public class Scores {
    /** Articles are lines of id, tab, words; queries lines of words, any of which counts; the answer a line a query. */
    public static void main(String[] files) throws Exception {
        Directory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
            for (String line : lines(files[0])) {
                String[] columns = line.split("\t");
                Document document = new Document();
                document.add(new StoredField("id", columns[0]));
                document.add(new TextField("body", columns[1], Store.NO));
                writer.addDocument(document);
            }
        }
        IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
        for (String line : lines(files[1])) {
            System.out.println(answer(searcher, line));
        }
    }

    private static List<String> lines(String file) throws Exception {
        return Files.readAllLines(Path.of(file));
    }

    private static String answer(IndexSearcher searcher, String words) throws Exception {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        Stream.of(words.split(" ")).forEach(word -> any.add(new TermQuery(new Term("body", word)), Occur.SHOULD));
        Query query = any.build();
        StringBuilder answer = new StringBuilder();
        for (ScoreDoc hit : searcher.search(query, searcher.getIndexReader().maxDoc()).scoreDocs) {
            answer.append(searcher.doc(hit.doc).get("id")).append('=').append(hit.score).append(' ');
        }
        return answer.toString().trim();
    }
}
