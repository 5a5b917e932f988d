package dev.premia.simulator;

import dev.premia.schemas.AvroTrust;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** SHA-256 over everything that a stream says: topic, key, instant and the Avro bytes of every record. */
final class Digest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private BinaryEncoder encoder;

    static String of(SimulationOptions options) {
        AvroTrust.install();
        Digest digest = new Digest();
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (Iterator<SimulatedRecord> records = Simulator.simulate(options); records.hasNext(); ) {
                SimulatedRecord each = records.next();
                sha.update((each.topic().name() + '\n' + each.key() + '\n' + each.recordedAt() + '\n')
                        .getBytes(StandardCharsets.UTF_8));
                sha.update(digest.encode(each.value()));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every JVM has SHA-256.", missing);
        }
    }

    /** The Avro bytes; fails when the record breaks its contract. */
    byte[] encode(SpecificRecord value) {
        bytes.reset();
        encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
        try {
            new SpecificDatumWriter<SpecificRecord>(value.getSchema()).write(value, encoder);
            encoder.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
