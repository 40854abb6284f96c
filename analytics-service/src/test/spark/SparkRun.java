import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Answers metrics with Spark: in the folder given are {@code files}, the lake's Parquet files, {@code prelude},
 * statements with {@code --;;} between them, and one {@code .sql} file a metric; beside each it writes the rows as
 * {@code .spark}.
 */
final class SparkRun {

    private SparkRun() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
                .getOrCreate();
        spark.read()
                .parquet(Files.readAllLines(folder.resolve("files")).toArray(String[]::new))
                .createOrReplaceTempView("lake");
        for (String statement : Files.readString(folder.resolve("prelude")).split("--;;")) {
            spark.sql(statement.strip());
        }
        List<Path> metrics;
        try (Stream<Path> files = Files.list(folder)) {
            metrics = files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
        for (Path metric : metrics) {
            List<String> rows = new ArrayList<>();
            for (Row row : spark.sql(Files.readString(metric)).collectAsList()) {
                List<String> cells = new ArrayList<>();
                for (String column : row.schema().fieldNames()) {
                    cells.add(column + "=" + row.get(row.fieldIndex(column)));
                }
                rows.add(String.join(",", cells.stream().sorted().toList()));
            }
            Files.write(Path.of(metric.toString().replace(".sql", ".spark")), rows);
        }
        spark.stop();
    }
}
