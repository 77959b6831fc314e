package org.closecall.people;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.closecall.web.Option;

/** What kind of address somebody comes from. */
public enum Origin {
    SERVER("a command on the server"),
    THIS_MACHINE("this machine"),
    PRIVATE("a private network"),
    INTERNET("the internet"),
    UNKNOWN("not noted");

    private static final int IPV6 = 16;

    public final String label;

    Origin(String label) {
        this.label = label;
    }

    static List<Option> options() {
        return Arrays.stream(values()).map(origin -> Option.of(origin, origin.label)).toList();
    }

    static Origin of(String address) {
        var parsed = parsed(address);
        return parsed == null ? UNKNOWN : parsed.isLoopbackAddress() ? THIS_MACHINE : internal(parsed) ? PRIVATE : INTERNET;
    }

    /** One household or office has a whole network of IPv6 addresses to try from: its first 64 bits stand for it. */
    static String network(String address) {
        var parsed = parsed(address);
        var bytes = parsed == null ? new byte[0] : parsed.getAddress();
        return bytes.length == IPV6 ? java.util.HexFormat.of().formatHex(bytes, 0, IPV6 / 2) : String.valueOf(address);
    }

    /** As people write it (IPv6 by RFC 5952), however it is named, with a port or without; null for what is no address. */
    static String plain(String named) {
        var address = parsed(named.strip().replaceFirst("^\\[(.*)](:\\d+)?$", "$1").replaceFirst("^([0-9.]+):\\d+$", "$1"));
        return address == null ? null : NetUtil.toAddressString(address);
    }

    private static boolean internal(InetAddress address) {
        return address.isSiteLocalAddress() || address.isLinkLocalAddress() || (address.getAddress()[0] & 0xfe) == 0xfc && address.getAddress().length == IPV6;
    }

    /** Never asks a name server. */
    private static InetAddress parsed(String address) {
        try {
            return address != null && address.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.%\\w]*") ? InetAddress.getByName(address) : null;
        } catch (UnknownHostException unreadable) {
            return null;
        }
    }
}
