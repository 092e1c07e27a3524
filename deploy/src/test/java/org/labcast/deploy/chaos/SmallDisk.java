package org.labcast.deploy.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder on a file system of its own in memory, which can be filled to the last byte. Goes with the mount namespace. */
record SmallDisk(Path folder) {
    private static final int CHUNK = 4 << 10;

    /** @param megabytes that it holds */
    static SmallDisk mount(Path folder, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int exit = new ProcessBuilder(
                        "mount", "-t", "tmpfs", "-o", "mode=0700,size=" + megabytes + "m", "tmpfs", folder.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("a small disk cannot be mounted at " + folder);
        }
        return new SmallDisk(folder);
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    void fill() throws IOException {
        byte[] chunk = new byte[CHUNK];
        try (OutputStream out = Files.newOutputStream(ballast())) {
            while (folder.toFile().getUsableSpace() > 0) {
                out.write(chunk);
            }
        } catch (IOException e) {
            if (folder.toFile().getUsableSpace() >= CHUNK) {
                throw e;
            }
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(ballast());
    }
}
