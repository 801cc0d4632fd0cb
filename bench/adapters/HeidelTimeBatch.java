// HeidelTime over all texts of a folder (NNNN.txt, dates in dates.txt) in one JVM: writes NNNN.tml.
// Started from source by heideltime.py; HeidelTime itself (GPL-3) is only called, as a yardstick.
import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.List;

class HeidelTimeBatch {
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        HeidelTimeStandalone tagger = new HeidelTimeStandalone(
            Language.ENGLISH, DocumentType.NEWS, OutputType.TIMEML,
            folder.resolve("config.props").toString(), POSTagger.TREETAGGER, false);
        SimpleDateFormat days = new SimpleDateFormat("yyyy-MM-dd");
        List<String> dates = Files.readAllLines(folder.resolve("dates.txt"));
        for (int i = 0; i < dates.size(); i++) {
            String name = String.format("%04d", i);
            String text = Files.readString(folder.resolve(name + ".txt"));
            try {
                String tagged = tagger.process(text, days.parse(dates.get(i)));
                Files.writeString(folder.resolve(name + ".tml"), tagged);
            } catch (Exception err) {
                System.err.println("fell over: " + name + ": " + err);
            }
        }
    }
}
