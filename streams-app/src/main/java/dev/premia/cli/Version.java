package dev.premia.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the product, as its build recorded it. */
public final class Version implements IVersionProvider {
    private static final String RECORD = "/META-INF/maven/dev.premia/premia-streams-app/pom.properties";

    /** The version, or {@code development} where the classes do not come from a build's archive. */
    public static String current() {
        try (InputStream in = Version.class.getResourceAsStream(RECORD)) {
            if (in == null) {
                return "development";
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "development");
        } catch (IOException e) {
            return "unknown (" + e.getMessage() + ")";
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"premia " + current(), "Java " + System.getProperty("java.version")};
    }
}
