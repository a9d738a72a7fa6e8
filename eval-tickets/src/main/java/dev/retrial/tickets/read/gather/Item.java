package dev.retrial.tickets.read.gather;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apiguardian.api.API;

/**
 * A piece of a ticket, or of what tickets refer to, as it is put aside.
 *
 * @param group what it belongs to
 * @param kind what it is, such as {@code comment}
 * @param key its id among its kind
 * @param version when it was last changed, in any unit that grows; 0 where that is not known
 * @param source where it was read
 * @param json what it says
 */
@API(status = API.Status.INTERNAL)
@SuppressWarnings("ArrayRecordComponent") // never compared, and copying would double what is in memory
public record Item(String group, String kind, String key, long version, String source, byte[] json) {

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(group);
        out.writeUTF(kind);
        out.writeUTF(key);
        out.writeLong(version);
        out.writeUTF(source);
        out.writeInt(json.length);
        out.write(json);
    }

    static Item read(DataInputStream in) throws IOException {
        String group = in.readUTF();
        String kind = in.readUTF();
        String key = in.readUTF();
        long version = in.readLong();
        String source = in.readUTF();
        byte[] json = new byte[in.readInt()];
        in.readFully(json);
        return new Item(group, kind, key, version, source, json);
    }
}
