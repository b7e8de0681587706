package dev.keyline.cli;

import dev.keyline.engine.PolicyText;
import dev.keyline.engine.RejectedTextException;
import dev.keyline.engine.table.DmnDocument;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A policy that lies somewhere as a file. */
record PolicyFile(Path path, String text) {
    static PolicyFile read(Path path) {
        try {
            return new PolicyFile(path, Files.readString(path));
        } catch (NoSuchFileException e) {
            throw new UnusableFileException(path + ": there is no such file");
        } catch (MalformedInputException e) {
            throw new UnusableFileException(path + ": is no text in UTF-8");
        } catch (IOException e) {
            throw new UnusableFileException(path + ": cannot be read: " + e.getMessage());
        }
    }

    DmnDocument document() {
        return document(asPolicy());
    }

    static DmnDocument document(PolicyText policy) {
        try {
            return DmnDocument.read(policy.path(), policy.text());
        } catch (RejectedTextException e) {
            throw new UnusableFileException(String.valueOf(e.getMessage()));
        }
    }

    PolicyText asPolicy() {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        return new PolicyText(dot < 0 ? name : name.substring(0, dot), path.toString(), text);
    }
}
