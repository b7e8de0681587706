package dev.keyline.brief;

import dev.keyline.calendar.BusinessTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Briefs for people: to read as text, to print. */
@Singleton
public class BriefFormats {
    private final BusinessTime businessTime;

    @Inject
    BriefFormats(BusinessTime businessTime) {
        this.businessTime = businessTime;
    }

    public String markdown(Brief brief) {
        return MarkdownText.of(BriefSheet.of(brief, businessTime.zone()));
    }

    public byte[] pdf(Brief brief) {
        return PdfPages.of(PageText.of(BriefSheet.of(brief, businessTime.zone())));
    }
}
