package dev.keyline.notify;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Sends plain mail by SMTP. */
@Singleton
final class MailSender implements Sender {
    /** A dialogue has about ten questions; each answer may take as long as the settings say. */
    private static final int ANSWERS = 10;

    private static final int PERMANENT = 500;

    private final MailSettings settings;
    private final NotifySettings notify;
    private final MailText text;
    private @Nullable Session session;

    @Inject
    MailSender(MailSettings settings, NotifySettings notify, MailText text) {
        this.settings = settings;
        this.notify = notify;
        this.text = text;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean isConfigured() {
        return settings.host().isPresent();
    }

    @Override
    public Duration longest() {
        return notify.timeout().multipliedBy(ANSWERS);
    }

    @Override
    public CompletionStage<Result> send(Message message) {
        return CompletableFuture.completedFuture(result(message));
    }

    private Result result(Message message) {
        if (!isConfigured()) {
            return new Result.Failed("no mail server is configured (keyline.mail.host)");
        }
        if (message.target() == null) {
            return new Result.Hopeless("person " + message.recipient() + " has no e-mail address");
        }
        try {
            Transport.send(mail(message, message.target()));
            return new Result.Delivered();
        } catch (AddressException e) {
            return new Result.Hopeless("the address cannot be one: " + e.getMessage());
        } catch (MessagingException e) {
            return isPermanent(e)
                    ? new Result.Hopeless("the mail server refuses it: " + e.getMessage())
                    : new Result.Failed("the mail server: " + e.getMessage());
        }
    }

    private MimeMessage mail(Message message, String address) throws MessagingException {
        Notification notification = message.notification();
        // one of its own for each delivery, the same in each attempt: a mailbox keeps a repeated one apart or drops it
        InternetAddress from = new InternetAddress(settings.from(), true);
        String domain = from.getAddress().substring(from.getAddress().lastIndexOf('@'));
        String messageId = "<" + notification.id() + "." + message.delivery() + domain + ">";
        MimeMessage mail = new MimeMessage(session()) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", messageId);
            }
        };
        mail.setFrom(from);
        mail.setRecipient(RecipientType.TO, new InternetAddress(address, true));
        mail.setSubject(text.subject(notification), "UTF-8");
        mail.setText(text.body(notification), "UTF-8");
        mail.setSentDate(Date.from(notification.occurredAt()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("Keyline-Id", notification.id().toString());
        return mail;
    }

    private static boolean isPermanent(@Nullable Exception failure) {
        for (Exception cause = failure; cause instanceof MessagingException e; cause = e.getNextException()) {
            int code = e instanceof SMTPAddressFailedException address
                    ? address.getReturnCode()
                    : e instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
            if (code >= PERMANENT) {
                return true;
            }
        }
        return false;
    }

    private synchronized Session session() {
        if (session == null) {
            String timeout = Long.toString(notify.timeout().toMillis());
            Properties smtp = new Properties();
            smtp.put("mail.smtp.host", settings.host().orElseThrow());
            smtp.put("mail.smtp.port", Integer.toString(settings.port()));
            smtp.put("mail.smtp.connectiontimeout", timeout);
            smtp.put("mail.smtp.timeout", timeout);
            smtp.put("mail.smtp.writetimeout", timeout);
            smtp.put("mail.smtp.ssl.checkserveridentity", "true");
            smtp.put("mail.smtp.starttls.required", Boolean.toString(settings.tls() == MailSettings.Tls.STARTTLS));
            smtp.put("mail.smtp.starttls.enable", Boolean.toString(settings.tls() == MailSettings.Tls.STARTTLS));
            smtp.put("mail.smtp.ssl.enable", Boolean.toString(settings.tls() == MailSettings.Tls.TLS));
            smtp.put("mail.smtp.auth", Boolean.toString(settings.username().isPresent()));
            session = Session.getInstance(smtp, new Authenticator() {
                @Override
                protected PasswordAuthentication getPasswordAuthentication() {
                    return new PasswordAuthentication(
                            settings.username().orElse(""), settings.password().orElse(""));
                }
            });
        }
        return session;
    }
}
