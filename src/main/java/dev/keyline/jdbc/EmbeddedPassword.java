package dev.keyline.jdbc;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * The password of the embedded server: random, in a file of the data directory that only its owner reads. Without it
 * every other user of the machine could connect, since the server listens on a port.
 */
final class EmbeddedPassword {
    private static final String FILE = "database-password";
    private static final int BYTES = 24;

    private EmbeddedPassword() {}

    static Path file(Path dataDir) {
        return dataDir.toAbsolutePath().resolve(FILE);
    }

    /** Reads it, after making one up the first time. */
    static String of(Path dataDir) throws IOException {
        Path file = file(dataDir);
        try {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, ownerOnly(dataDir));
            Files.writeString(file, HexFormat.of().formatHex(random), StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException made) {
            // before
        }
        return Files.readString(file).strip();
    }

    private static FileAttribute<?>[] ownerOnly(Path dataDir) throws IOException {
        return Files.getFileStore(dataDir).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(Set.copyOf(PosixFilePermissions.fromString("rw-------")))
                }
                : new FileAttribute<?>[0];
    }
}
