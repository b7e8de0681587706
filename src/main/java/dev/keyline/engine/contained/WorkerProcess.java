package dev.keyline.engine.contained;

import com.fasterxml.jackson.databind.ObjectWriter;
import dev.keyline.engine.DmnModels;
import dev.keyline.engine.PolicyText;
import dev.keyline.engine.Question;
import dev.keyline.engine.RejectedTextException;
import dev.keyline.engine.UnknownDecisionException;
import dev.keyline.engine.contained.Request.Reply;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The other side of a {@link Worker}: a process that answers one frame after the other until there are no more. */
public final class WorkerProcess {
    /** What models of the size that the door lets in need, with an order of magnitude to spare. */
    private static final int MOST_COMPILED = 32;

    /** Bytes. The engine goes down an operator chain recursively: the longest that the door lets in needs a third. */
    private static final long STACK = 256L << 20;

    /** Compiled and evaluated before the first request, so that a request's budget is not spent on loading classes. */
    private static final PolicyText WARM_UP = new PolicyText("warm-up", "warm-up.dmn", """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="warm-up" namespace="keyline">
              <inputData id="i" name="a"><variable id="iv" name="a" typeRef="number"/></inputData>
              <decision id="d" name="warm-up"><variable id="v" name="warm-up" typeRef="string"/>
                <informationRequirement id="r"><requiredInput href="#i"/></informationRequirement>
                <decisionTable id="t" hitPolicy="FIRST">
                  <input id="c"><inputExpression id="e" typeRef="number"><text>a</text></inputExpression></input>
                  <output id="o"/>
                  <rule id="1"><inputEntry id="1a"><text>[1..2)</text></inputEntry>
                    <outputEntry id="1b"><text>if matches("a", "b") then "c" else string(now())</text></outputEntry></rule>
                </decisionTable></decision>
            </definitions>
            """);

    private static final ObjectWriter REPLIES = Frames.JSON.writerFor(Reply.class);

    private final Map<String, Compiled> compiled = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Compiled> eldest) {
            return size() > MOST_COMPILED;
        }
    };

    private WorkerProcess() {}

    /** Takes the id of the process whose end is this one's too, and the most bytes of an answer. */
    public static void main(String[] args) {
        Logger.getLogger("").setLevel(Level.OFF); // a model's errors are answers, not the service's log
        InputStream in = new FileInputStream(FileDescriptor.in);
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err); // who prints, does not print between frames
        endWith(Long.parseLong(args[0]));
        int longestAnswer = Integer.parseInt(args[1]);
        Thread answering = new Thread(
                null, () -> answer(new Frames(in, out, Integer.MAX_VALUE), longestAnswer), "answering", STACK);
        answering.start();
    }

    private static void endWith(long parent) {
        Thread watch = new Thread(
                () -> {
                    while (ProcessHandle.of(parent).map(ProcessHandle::isAlive).orElse(false)) {
                        try {
                            TimeUnit.SECONDS.sleep(1);
                        } catch (InterruptedException e) {
                            break;
                        }
                    }
                    Runtime.getRuntime().halt(0);
                },
                "watching the service");
        watch.setDaemon(true);
        watch.start();
    }

    private static void answer(Frames frames, int longestAnswer) {
        int status = 1;
        try {
            warmUp();
            WorkerProcess process = new WorkerProcess();
            frames.write(new byte[0]);
            while (true) {
                Request request = Frames.JSON.readValue(frames.read(), Request.class);
                frames.write(bytes(process.reply(request), longestAnswer));
            }
        } catch (IOException e) {
            status = 0; // the service is gone, or has closed the pipe
        } finally {
            Runtime.getRuntime().halt(status); // also after an error, which may have left classes half initialised
        }
    }

    private static void warmUp() {
        DmnModels.compile(List.of(WARM_UP))
                .evaluate(new Question(
                        Frames.JSON.createObjectNode().put("a", 1), null, null, Instant.EPOCH.atZone(ZoneOffset.UTC)));
    }

    private Reply reply(Request request) {
        List<PolicyText> texts = request.texts();
        if (texts != null) {
            compiled.put(request.key(), new Compiled(texts));
        }
        Compiled known = compiled.get(request.key());
        if (known == null) {
            return Reply.missingTexts();
        }
        try {
            return Reply.of(request.operation().apply(known, request.body()));
        } catch (RejectedTextException e) {
            return Reply.rejected(e.path(), e.problems());
        } catch (UnknownDecisionException e) {
            return Reply.unknown(e.errors().get(0));
        } catch (RuntimeException e) { // the engine's own, on models it did not foresee
            return Reply.failed(e.toString());
        }
    }

    private static byte[] bytes(Reply reply, int longest) throws IOException {
        Bounded bytes = new Bounded(longest);
        try {
            REPLIES.writeValue(bytes, reply);
            return bytes.written.toByteArray();
        } catch (IOException e) { // too long, or nested deeper than JSON is read
            return REPLIES.writeValueAsBytes(Reply.failed("the answer cannot be written: " + e.getMessage()));
        }
    }

    /** Lists that share their items are small until they are written. */
    private static final class Bounded extends OutputStream {
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private final int longest;

        Bounded(int longest) {
            this.longest = longest;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (written.size() + length > longest) {
                throw new IOException("it has more than " + longest + " bytes");
            }
            written.write(bytes, offset, length);
        }
    }
}
