package dev.keyline.notify;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;

/** Tells addresses on the internet from those of one's own machines, which a URL given by somebody must not reach. */
final class PublicAddress {
    // IANA's registries of special-purpose addresses, as far as InetAddress does not know them; leading bits in
    // hexadecimal
    private static final List<Prefix> SPECIAL = List.of(
            new Prefix(4, "00", 8), // this network
            new Prefix(4, "6440", 10), // shared by carriers, 100.64/10
            new Prefix(4, "c00000", 24), // 192.0.0/24
            new Prefix(4, "c61200", 15), // benchmarks, 198.18/15
            new Prefix(4, "f0", 4), // reserved, 240/4, and broadcast
            new Prefix(16, "fc", 7), // unique local
            new Prefix(16, "000000000000000000000000", 96), // IPv4 in IPv6, and ::
            new Prefix(16, "0064ff9b", 32), // translated to IPv4
            new Prefix(16, "2002", 16), // 6to4
            new Prefix(16, "20010000", 32)); // Teredo

    private PublicAddress() {}

    private record Prefix(int length, String hexadecimal, int bits) {
        boolean covers(byte[] address) {
            if (address.length != length) {
                return false;
            }
            byte[] prefix = HexFormat.of().parseHex(hexadecimal);
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >>> (bit % 8);
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    static boolean is(InetAddress address) {
        boolean known = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        return !known && SPECIAL.stream().noneMatch(prefix -> prefix.covers(address.getAddress()));
    }
}
