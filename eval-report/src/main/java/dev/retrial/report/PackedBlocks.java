package dev.retrial.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Data for a page as elements of script: arrays of JSON, gzipped, in Base64.
 *
 * <p>So a page with many transcripts stays small and opens without reading them, and whatever they say, the browser sees letters, digits, {@code +}, {@code /} and {@code =}.
 */
final class PackedBlocks {

    /** Large enough to pack well, small enough to be unpacked between a click and what it shows. */
    private static final int BLOCK = 200_000;

    private final OutputStream out;
    private ByteArrayOutputStream raw = new ByteArrayOutputStream(BLOCK);
    private JsonGenerator json;
    private int block;
    private int index;

    PackedBlocks(OutputStream out) throws IOException {
        this.out = out;
        this.json = begin();
    }

    /** Writes one value. */
    interface Value {
        void write(JsonGenerator json) throws IOException;
    }

    /**
     * Where a value is.
     *
     * @param block the number of its block
     * @param index its index in the block's array
     */
    record Place(int block, int index) {}

    Place add(Value value) throws IOException {
        value.write(json);
        Place place = new Place(block, index++);
        json.flush();
        if (raw.size() > BLOCK) {
            end();
            json = begin();
        }
        return place;
    }

    /** Ends the last block. */
    void finish() throws IOException {
        if (index > 0) {
            end();
        }
    }

    private JsonGenerator begin() throws IOException {
        raw.reset();
        JsonGenerator generator = ConversationReader.JSON.createGenerator(raw);
        generator.writeStartArray();
        return generator;
    }

    private void end() throws IOException {
        json.writeEndArray();
        json.close();
        write("block-" + block, raw, out);
        block++;
        index = 0;
    }

    /** Writes an element of script with these bytes, packed. */
    static void write(String id, ByteArrayOutputStream content, OutputStream out) throws IOException {
        out.write(("<script type=\"text/plain\" id=\"" + id + "\">").getBytes(StandardCharsets.US_ASCII));
        // The encoder adds what is left when it is closed, which must not close the file.
        OutputStream open = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                out.write(b);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }
        };
        try (OutputStream packed = new GZIPOutputStream(Base64.getEncoder().wrap(open)) {
            {
                def.setLevel(Deflater.BEST_SPEED + 4);
            }
        }) {
            content.writeTo(packed);
        }
        out.write("</script>\n".getBytes(StandardCharsets.US_ASCII));
    }
}
