package dev.premia.codec.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityPackTest {
    private static final StateFormat<String> TEXT = StateFormat.of("text", BinaryWriter::text, BinaryReader::text);

    private final EntityPack<String> pack = new EntityPack<>(TEXT);

    @Test
    void shouldGiveBackWhatWasAddedOrReplaced() {
        pack.add("a", "one", 3);
        pack.add("ab", "two", 5);
        pack.add("звонок", "three", 4);

        assertThat(pack.replace("ab", "a longer second", 4)).isTrue();
        assertThat(pack.replace("b", "nothing", 9)).isFalse();

        assertThat(entries(pack)).containsExactly("a=one", "ab=a longer second", "звонок=three");
        assertThat(pack.get("звонок")).isEqualTo("three");
        assertThat(pack.get("b")).isNull();
        assertThat(pack.stamp()).isEqualTo(5);
    }

    @Test
    void shouldComeBackFromItsStoredForm() {
        pack.add("a", "one", 3);
        pack.add("b", "two", 300);
        EntityPack<String> loaded = new EntityPack<>(TEXT);
        loaded.add("left over", "from before", 9_000);

        loaded.load(pack.toByteArray());

        assertThat(entries(loaded)).containsExactly("a=one", "b=two");
        assertThat(loaded.stamp()).isEqualTo(300);
        assertThat(loaded.size()).isEqualTo(pack.size());
        List<String> keys = new ArrayList<>();
        loaded.forEachKey(keys::add);
        assertThat(keys).containsExactly("a", "b");
    }

    @Test
    void shouldKeepTheStoredForm() {
        pack.add("id", "me", 200);

        // Version 1, stamp 200, then the key and the value, each behind its length.
        assertThat(HexFormat.of().formatHex(pack.toByteArray())).isEqualTo("01c801" + "026964" + "03026d65");
    }

    @Test
    void shouldBeEmptyWhenCleared() {
        pack.add("a", "one", 3);
        pack.clear();

        assertThat(entries(pack)).isEmpty();
        assertThat(pack.stamp()).isZero();
        assertThat(pack.get("a")).isNull();
    }

    @Test
    void shouldRefuseAnUnknownVersionAndDamagedBytes() {
        pack.add("a", "one", 3);
        byte[] bytes = pack.toByteArray();
        byte[] newer = bytes.clone();
        newer[0] = 2;

        assertThatThrownBy(() -> pack.load(newer))
                .isInstanceOf(StateFormatException.class)
                .hasMessageContaining("pack of a text")
                .hasMessageContaining("found format version 2");
        pack.load(Arrays.copyOf(bytes, bytes.length - 1));
        assertThatThrownBy(() -> pack.get("a")).isInstanceOf(StateFormatException.class);
    }

    private static List<String> entries(EntityPack<String> pack) {
        List<String> entries = new ArrayList<>();
        pack.forEach((key, value) -> entries.add(key + "=" + value));
        return entries;
    }
}
