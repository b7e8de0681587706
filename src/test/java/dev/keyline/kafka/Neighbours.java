package dev.keyline.kafka;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A real Kafka and a real mail server beside the service, which is told of both and loses no time over failures. */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {
    public static final String EVENTS = "events";

    private static Broker broker;
    private static GreenMail mail;

    public static Broker broker() {
        return broker;
    }

    public static GreenMail mail() {
        return mail;
    }

    @Override
    public Map<String, String> start() {
        broker = new Broker();
        broker.makeTopic(EVENTS, 2);
        mail = new GreenMail(new ServerSetup(Broker.freePorts(1).get(0), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return Map.of(
                "keyline.kafka.bootstrap-servers", broker.address(),
                "keyline.kafka.events-topic", EVENTS,
                "keyline.mail.host", "127.0.0.1",
                "keyline.mail.port", Integer.toString(mail.getSmtp().getPort()),
                "keyline.mail.tls", "none",
                "keyline.mail.from", "Keyline <keyline@acme.test>",
                "keyline.notify.allow-private", "true",
                "keyline.notify.attempts", "3",
                "keyline.notify.first-wait", "PT0.1S",
                "keyline.notify.timeout", "PT3S");
    }

    @Override
    public void stop() {
        if (mail != null) {
            mail.stop();
        }
        if (broker != null) {
            broker.close();
        }
    }
}
