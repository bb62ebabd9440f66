package dev.precinct.local.kubernetes.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that holds the objects: a snapshot and every change after it, each line with a checksum. A change counts once its line is on
 * disk. Only the last line can be torn by a crash: it was never acknowledged and is cut off.
 */
final class ObjectLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectLog.class);
    private static final String PREFIX = "objects-";
    private static final String SUFFIX = ".log";
    private final Path folder;
    private Path file;
    // Not a FileChannel: an interrupt of the writing thread would close it for everyone.
    private RandomAccessFile output;
    private long length;
    private long snapshotLength;
    private boolean broken;

    private ObjectLog(Path folder, Path file, RandomAccessFile output) {
        this.folder = folder;
        this.file = file;
        this.output = output;
    }

    /** Who is told what the log holds, in order: the revision of the snapshot, its objects, then the changes. */
    interface Reader {
        void revision(long revision);

        void object(ObjectKey key, ObjectNode object);

        void change(long revision, Change.Type type, ObjectKey key, ObjectNode object);
    }

    /** Opens the newest log of the folder, or begins one, and reads it. */
    static ObjectLog open(Path folder, Reader reader) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            Path newest = newest(folder).orElse(null);
            if (newest == null) {
                newest = folder.resolve(name(1));
                write(newest, 1, Map.of());
            }
            RandomAccessFile output = new RandomAccessFile(newest.toFile(), "rw");
            ObjectLog log = new ObjectLog(folder, newest, output);
            log.read(Files.readAllBytes(newest), reader);
            log.removeOthers();
            return log;
        } catch (IOException e) {
            throw new StoreException("cannot open the objects under " + folder, e);
        }
    }

    private static String name(long number) {
        return PREFIX + String.format("%08d", number) + SUFFIX;
    }

    private static Optional<Path> newest(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith(PREFIX))
                    .filter(f -> f.getFileName().toString().endsWith(SUFFIX))
                    .max(Path::compareTo);
        }
    }

    private void removeOthers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path other : files.filter(f -> f.getFileName().toString().startsWith(PREFIX))
                    .filter(f -> !f.equals(file))
                    .toList()) {
                Files.delete(other);
            }
        }
    }

    private void read(byte[] content, Reader reader) throws IOException {
        int start = 0;
        boolean header = true;
        while (start < content.length) {
            int end = start;
            while (end < content.length && content[end] != '\n') {
                end++;
            }
            byte[] line = Arrays.copyOfRange(content, start, end);
            Optional<JsonNode> entry = end < content.length ? LogLine.parse(line) : Optional.empty();
            if (entry.isEmpty()) {
                cutTail(start, content, end);
                break;
            }
            tell(reader, entry.get(), header);
            header = false;
            start = end + 1;
            if (LogLine.isSnapshot(entry.get())) {
                snapshotLength = start;
            }
        }
        if (header) {
            throw new StoreException(file + " has no first line");
        }
        length = start;
        output.seek(length);
    }

    private static void tell(Reader reader, JsonNode entry, boolean header) {
        if (header) {
            if (entry.path("format").asInt() != 1) {
                throw new StoreException("the objects were written by another version, format "
                        + entry.path("format").asText());
            }
            reader.revision(entry.path("revision").asLong());
        } else if (LogLine.isSnapshot(entry)) {
            reader.object(LogLine.key(entry), (ObjectNode) entry.path("object"));
        } else {
            Change.Type type = Change.Type.valueOf(entry.path("type").asText());
            reader.change(entry.path("revision").asLong(), type, LogLine.key(entry), (ObjectNode) entry.path("object"));
        }
    }

    /** A torn last line goes; whole lines after a broken one mean that the file was damaged otherwise, and then nothing may be guessed. */
    private void cutTail(int start, byte[] content, int end) throws IOException {
        int next = end + 1;
        while (next < content.length) {
            int stop = next;
            while (stop < content.length && content[stop] != '\n') {
                stop++;
            }
            if (stop < content.length
                    && LogLine.parse(Arrays.copyOfRange(content, next, stop)).isPresent()) {
                throw new StoreException(
                        file + " is damaged at byte " + start + ": restore it from a copy, or remove it");
            }
            next = stop + 1;
        }
        LOG.warn("{}: cut {} bytes of a write that was never acknowledged", file.getFileName(), content.length - start);
        output.setLength(start);
        output.getFD().sync();
    }

    /** Returns when the changes are on disk. */
    void append(List<Change> changes) {
        if (broken) {
            throw new StoreException(file + " cannot be written any more: see the first failure");
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        changes.forEach(change -> lines.writeBytes(LogLine.change(change)));
        try {
            output.write(lines.toByteArray());
            output.getFD().sync();
            length += lines.size();
        } catch (IOException e) {
            undo();
            throw new StoreException("cannot write " + file, e);
        }
    }

    private void undo() {
        try {
            output.setLength(length);
            output.seek(length);
            output.getFD().sync();
        } catch (IOException e) {
            broken = true;
            LOG.error("{}: half a write could not be taken back; no more writes are accepted", file, e);
        }
    }

    /** Whether the changes outweigh the snapshot by so much that a new one pays. */
    boolean isDueForSnapshot(long minimumBytes) {
        return length > minimumBytes && length > 4 * snapshotLength;
    }

    /** Starts a new file with the objects as they are. */
    void snapshot(long revision, Map<ObjectKey, ObjectNode> objects) {
        String old = file.getFileName().toString();
        long number = Long.parseLong(old.substring(PREFIX.length(), old.length() - SUFFIX.length()));
        Path next = folder.resolve(name(number + 1));
        try {
            write(next, revision, objects);
            RandomAccessFile opened = new RandomAccessFile(next.toFile(), "rw");
            long size = opened.length();
            opened.seek(size);
            RandomAccessFile closing = output;
            output = opened;
            file = next;
            length = size;
            snapshotLength = size;
            closing.close();
            removeOthers();
        } catch (IOException e) {
            LOG.error("cannot write a snapshot to {}; the log goes on growing", next.getFileName(), e);
            stayOnOldFile(next);
        }
    }

    private void stayOnOldFile(Path next) {
        try {
            if (!file.equals(next)) {
                Files.deleteIfExists(next);
            }
        } catch (IOException e) {
            broken = true;
            LOG.error("{}: two files claim to be the newest; no more writes are accepted", next.getFileName(), e);
        }
    }

    private static void write(Path target, long revision, Map<ObjectKey, ObjectNode> objects) throws IOException {
        Path folder = Objects.requireNonNull(target.getParent());
        Path draft = folder.resolve(target.getFileName() + ".draft");
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        lines.writeBytes(LogLine.header(revision));
        objects.forEach((key, object) -> lines.writeBytes(LogLine.snapshot(key, object)));
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileOutputStream out = new FileOutputStream(draft.toFile())) {
            lines.writeTo(out);
            out.getFD().sync();
        }
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new StoreException(folder + " is on a file system without atomic rename", e);
        }
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    @Override
    public void close() {
        try {
            output.close();
        } catch (IOException e) {
            throw new StoreException("cannot close " + file, e);
        }
    }
}
