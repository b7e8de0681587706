package dev.keyline.sample;

import java.util.List;
import java.util.stream.Stream;

/** The sales regions of the sample portfolio, for tests of other packages. */
public final class SampleRegions {
    private SampleRegions() {}

    public static List<String> names() {
        return Stream.of(Region.values()).map(region -> region.label).toList();
    }
}
