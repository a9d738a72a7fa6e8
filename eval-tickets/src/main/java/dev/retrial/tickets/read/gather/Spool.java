package dev.retrial.tickets.read.gather;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Where items are put aside. The first of each pile stay in memory, so that a small import writes nothing at all; what goes to disk is encrypted
 * with a key that only this object has, in a directory that only this user may read, and is deleted as it is used up.
 */
final class Spool implements AutoCloseable {

    private static final int IN_MEMORY = 1 << 15;

    private final @Nullable Path parent;
    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final List<Pile> open = new ArrayList<>();
    private @Nullable Path directory;
    private int number;

    Spool(@Nullable Path parent) {
        this.parent = parent;
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, "AES");
    }

    Pile pile() {
        Pile pile = new Pile();
        open.add(pile);
        return pile;
    }

    List<Pile> piles(int count) {
        List<Pile> piles = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            piles.add(pile());
        }
        return piles;
    }

    @Override
    public void close() throws IOException {
        for (Pile pile : List.copyOf(open)) {
            pile.close();
        }
        if (directory != null) {
            Files.deleteIfExists(directory);
            directory = null;
        }
    }

    private FileChannel file() throws IOException {
        if (directory == null) {
            directory = parent == null
                    ? Files.createTempDirectory("retrial-")
                    : Files.createTempDirectory(Files.createDirectories(parent), "retrial-");
        }
        return FileChannel.open(
                directory.resolve(Integer.toString(number++)),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Items in the order in which they were put; read once after all were put. */
    final class Pile implements AutoCloseable {

        private ByteArrayOutputStream memory = new ByteArrayOutputStream(512);
        private DataOutputStream out = new DataOutputStream(memory);
        private byte[] iv = new byte[0];
        private @Nullable FileChannel file;
        private @Nullable Cipher cipher;
        private long size;

        void put(Item item) throws IOException {
            int before = memory.size();
            item.write(out);
            size += memory.size() - before;
            if (memory.size() > IN_MEMORY) {
                spill();
            }
        }

        long size() {
            return size;
        }

        private void spill() throws IOException {
            try {
                if (file == null || cipher == null) {
                    iv = new byte[16];
                    random.nextBytes(iv);
                    file = file();
                    cipher = cipher(Cipher.ENCRYPT_MODE);
                }
                byte[] secret = cipher.update(memory.toByteArray());
                ByteBuffer bytes = ByteBuffer.wrap(secret == null ? new byte[0] : secret);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has AES", e);
            }
            memory.reset();
        }

        private Cipher cipher(int mode) throws GeneralSecurityException {
            Cipher made = Cipher.getInstance("AES/CTR/NoPadding");
            made.init(mode, key, new IvParameterSpec(iv));
            return made;
        }

        /** Hands every item over, and forgets the pile. */
        void drain(Each each) throws IOException {
            try (DataInputStream in = new DataInputStream(content())) {
                while (true) {
                    Item item;
                    try {
                        item = Item.read(in);
                    } catch (EOFException e) {
                        return;
                    }
                    each.item(item);
                }
            } finally {
                close();
            }
        }

        private InputStream content() throws IOException {
            InputStream rest = new ByteArrayInputStream(memory.toByteArray());
            memory = new ByteArrayOutputStream(0);
            out = new DataOutputStream(memory);
            if (file == null) {
                return rest;
            }
            try {
                file.position(0);
                InputStream stored = new BufferedInputStream(
                        new CipherInputStream(Channels.newInputStream(file), cipher(Cipher.DECRYPT_MODE)), 1 << 16);
                return new SequenceInputStream(stored, rest);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has AES", e);
            }
        }

        @Override
        public void close() throws IOException {
            open.remove(this);
            memory = new ByteArrayOutputStream(0);
            out = new DataOutputStream(memory);
            if (file != null) {
                file.close();
                file = null;
            }
        }
    }

    /** Takes items. */
    interface Each {
        void item(Item item) throws IOException;
    }
}
