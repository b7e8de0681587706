package dev.keyline.notify;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Where webhooks may be: whoever may subscribe shall not thereby reach what only this machine can. */
@Singleton
final class Destinations {
    private final NotifySettings settings;

    @Inject
    Destinations(NotifySettings settings) {
        this.settings = settings;
    }

    /** False when any of the host's addresses is a private one, unless that is allowed. */
    boolean mayReach(URI url) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(url.getHost());
        return settings.allowPrivate() || Arrays.stream(addresses).allMatch(PublicAddress::is);
    }
}
