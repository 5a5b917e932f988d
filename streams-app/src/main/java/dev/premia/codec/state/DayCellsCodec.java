package dev.premia.codec.state;

import dev.premia.domain.credit.DayCells;

/**
 * The stored form of day cells: per cell the distance to the previous measure, the dimension (its distance to the
 * previous one where the measure is the same) and the value.
 *
 * <p>This is the hottest codec. The static methods make a small object or two besides their result; an {@link Encoder},
 * and {@link #addTo} with a reused reader, make none.
 */
public final class DayCellsCodec {
    public static final StateFormat<DayCells> FORMAT =
            StateFormat.of("day cells", DayCellsCodec::write, DayCellsCodec::read);

    private DayCellsCodec() {}

    public static byte[] encode(DayCells cells) {
        return FORMAT.encode(cells);
    }

    public static DayCells decode(byte[] bytes) {
        return FORMAT.decode(bytes);
    }

    public static void write(BinaryWriter writer, DayCells cells) {
        new CellWriter(writer).write(cells);
    }

    public static DayCells read(BinaryReader reader) {
        int count = reader.count();
        DayCells cells = new DayCells(Math.max(count, 1));
        readCells(reader, count, cells, 1);
        return cells;
    }

    /**
     * Reads cells and adds each of them, times {@code factor}, to others: a combination without an object in between.
     *
     * @param factor 1 to add, -1 to take back
     */
    public static void addTo(DayCells target, BinaryReader reader, int factor) {
        readCells(reader, reader.count(), target, factor);
    }

    private static void readCells(BinaryReader reader, int count, DayCells target, int factor) {
        long measure = 0;
        long dimension = 0;
        for (int i = 0; i < count; i++) {
            long step = i == 0 ? reader.signed() : reader.unsigned();
            boolean sameMeasure = i > 0 && step == 0;
            measure += step;
            dimension = sameMeasure ? dimension + reader.unsigned() : reader.signed();
            target.add(measure, dimension, Math.multiplyExact(reader.signed(), factor));
        }
    }

    /** Encodes many vectors by way of the same memory. Not thread-safe. */
    public static final class Encoder {
        private final BinaryWriter writer = new BinaryWriter();
        private final CellWriter cellWriter = new CellWriter(writer);

        /** The same bytes as {@link DayCellsCodec#encode}. */
        public byte[] encode(DayCells cells) {
            writer.reset();
            writer.raw(StateFormat.VERSION);
            cellWriter.write(cells);
            return writer.toByteArray();
        }
    }

    private static final class CellWriter implements DayCells.Visitor {
        private final BinaryWriter writer;
        private boolean first;
        private long lastMeasure;
        private long lastDimension;

        CellWriter(BinaryWriter writer) {
            this.writer = writer;
        }

        void write(DayCells cells) {
            writer.unsigned(cells.size());
            first = true;
            cells.forEach(this);
        }

        @Override
        public void cell(long measure, long dimension, long value) {
            if (first) {
                writer.signed(measure);
                writer.signed(dimension);
                first = false;
            } else {
                writer.unsigned(measure - lastMeasure);
                if (measure == lastMeasure) {
                    writer.unsigned(dimension - lastDimension);
                } else {
                    writer.signed(dimension);
                }
            }
            writer.signed(value);
            lastMeasure = measure;
            lastDimension = dimension;
        }
    }
}
