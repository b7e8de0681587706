package dev.keyline.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import dev.keyline.kafka.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Neighbours.class)
class MailDeliveryTest {
    @Inject
    Subscribing service;

    @Inject
    Jdbi jdbi;

    private final GreenMail mail = Neighbours.mail();

    @BeforeEach
    void begin() throws Exception {
        service.begin();
        mail.purgeEmailFromAllMailboxes();
        jdbi.useHandle(handle -> handle.execute("""
                insert into person (id, name, email, kind) values
                  ('ann', 'Ann', 'ann@acme.test', 'account-manager'),
                  ('bob', 'Bob', 'bob@acme.test', 'executive'), ('cy', 'Cy', null, 'executive')
                """));
    }

    @Test
    void everybody_it_concerns_gets_a_mail_of_their_own() throws Exception {
        toRecipients();
        Notification notification = service.publish(
                "case.rung-reached",
                List.of("ann", "bob", "ann"),
                Map.of("title", "Usage falls ü", "severity", "high"));

        assertThat(service.all(DeliveryState.DELIVERED, notification)).hasSize(2);
        MimeMessage[] received = mail.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received)
                .extracting(message -> message.getAllRecipients()[0].toString())
                .containsExactlyInAnyOrder("ann@acme.test", "bob@acme.test");
        assertThat(received[0].getSubject()).isEqualTo("Usage falls ü (case rung reached)");
        assertThat(received[0].getFrom()[0]).hasToString("Keyline <keyline@acme.test>");
        assertThat((String) received[0].getContent())
                .contains("Account: acme", "severity: high", notification.id().toString());
        assertThat(received[0].getMessageID())
                .startsWith("<" + notification.id() + ".")
                .endsWith("@acme.test>");
        assertThat(received[0].getMessageID()).isNotEqualTo(received[1].getMessageID());
    }

    @Test
    void a_mail_sent_again_has_the_message_id_it_had() throws Exception {
        toRecipients();
        Notification notification = service.publish("case.opened", List.of("ann"), Map.of());
        Delivery delivery = service.one(DeliveryState.DELIVERED, notification);
        jdbi.useHandle(handle -> handle.execute("update delivery set state = 'dead' where id = ?", delivery.id()));
        jdbi.useTransaction(handle -> service.notifications.sendAgain(handle, delivery.id()));
        service.one(DeliveryState.DELIVERED, notification);

        MimeMessage[] received = mail.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[1].getMessageID()).isEqualTo(received[0].getMessageID());
    }

    @Test
    void whoever_has_no_address_is_a_dead_letter_until_they_have() throws Exception {
        toRecipients();
        Notification notification = service.publish("case.opened", List.of("cy"), Map.of());

        Delivery dead = service.one(DeliveryState.DEAD, notification);
        assertThat(dead.lastError()).isEqualTo("person cy has no e-mail address");
        jdbi.useHandle(handle -> handle.execute("update person set email = 'cy@acme.test' where id = 'cy'"));
        jdbi.useTransaction(handle -> service.notifications.sendAgain(handle, dead.id()));
        service.one(DeliveryState.DELIVERED, notification);
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_fixed_address_gets_whatever_concerns_nobody_in_particular() throws Exception {
        service.subscribe("email", "team@acme.test").statusCode(201);
        Notification notification =
                service.publish("case.opened", List.of(), Map.of("title", "One\r\nBcc: spy@acme.test"));

        service.one(DeliveryState.DELIVERED, notification);
        MimeMessage received = mail.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("One Bcc: spy@acme.test (case opened)");
        assertThat(received.getHeader("Bcc")).isNull();
        assertThat(received.getAllRecipients()).hasSize(1);
    }

    @Test
    void a_mail_server_that_is_away_gets_it_when_it_is_back() throws Exception {
        service.subscribe("email", "team@acme.test");
        mail.stop();
        Notification notification = service.publish();
        Delivery dead = service.one(DeliveryState.DEAD, notification);
        mail.start();
        assertThat(dead.attempts()).isEqualTo(3);
        assertThat(dead.lastError()).startsWith("the mail server: ");

        jdbi.useTransaction(handle -> service.notifications.sendAgain(handle, dead.id()));
        service.one(DeliveryState.DELIVERED, notification);
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    private void toRecipients() {
        Subscribing.as("operator")
                .body("{\"name\": \"people\", \"channel\": \"email\"}")
                .post("/notifications/subscriptions")
                .then()
                .statusCode(201);
    }
}
