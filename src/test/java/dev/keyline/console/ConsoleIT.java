package dev.keyline.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.keyline.service.PackagedService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A manager's first minutes with the packaged service and its sample portfolio. */
class ConsoleIT {
    @TempDir
    static Path dataDir;

    static PackagedService service;

    @RegisterExtension
    static final ChromiumFixture chromium = new ChromiumFixture();

    /** The sample is imported and decided while the page is open already. */
    private static final double SAMPLE_DECIDED_MILLIS = 120_000;

    private static final String ALL_AND_THE_HEAD = "501";

    @BeforeAll
    static void start() {
        service = PackagedService.start(dataDir, "keyline.sample=true");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_wrong_password_is_refused_in_words() {
        Page page = chromium.visit(service.url());
        enter(page, "not-the-password");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The user name or the password is wrong.");
        chromium.picture(page, "wrong-password");
    }

    @Test
    void a_manager_sees_every_account_with_its_tier() {
        Page page = signedIn();
        sortBy(page, "Tier");
        assertThat(rows(page).first().getByRole(AriaRole.CELL).nth(1)).hasText("Tier 1");
        assertThat(rows(page).count()).as("rows in the document").isBetween(5, 60);
        chromium.picture(page, "portfolio");
    }

    @Test
    void search_leaves_the_accounts_that_match() {
        Page page = signedIn();
        String name = firstAccount(page).innerText();
        page.getByLabel("Search accounts").fill(name);
        assertThat(table(page)).not().hasAttribute("aria-rowcount", ALL_AND_THE_HEAD);
        assertThat(firstAccount(page)).hasText(name);
        chromium.picture(page, "search");
        page.getByLabel("Search accounts").fill("no company is called this");
        assertThat(page.getByText("No account matches")).isVisible();
    }

    @Test
    void an_account_shows_the_rows_that_decided_it() throws Exception {
        Page page = signedIn();
        sortBy(page, "Tier");
        String name = firstAccount(page).innerText();
        firstAccount(page).click();
        assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText(name);

        Locator tier = decision(page, "account-tier");
        assertThat(tier).containsText("Tier 1");
        Locator rule = tier.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHas(page.locator("code")));
        Locator cells = rule.first().getByRole(AriaRole.CELL);
        String ruleId = cells.nth(0).innerText();
        String reason = cells.nth(1).innerText();
        String file = cells.nth(2).innerText().split(",", 2)[0];
        assertThat(Files.readString(Path.of(file))).contains(ruleId).contains(reason);
        assertThat(decision(page, "account-health")).isVisible();
        assertThat(decision(page, "early-warning")).isVisible();
        chromium.picture(page, "account");
    }

    @Test
    void an_account_has_an_address_that_outlives_a_reload_and_a_sign_in() {
        Page page = signedIn();
        String name = firstAccount(page).innerText();
        firstAccount(page).click();
        Locator heading = page.getByRole(AriaRole.HEADING, level(1));
        assertThat(heading).hasText(name);
        assertThat(page).hasURL(Pattern.compile("/accounts/[^/]+$"));
        page.reload();
        assertThat(heading).hasText(name);

        Page colleague = chromium.visit(service.url());
        colleague.navigate(page.url());
        enter(colleague, PackagedService.PASSWORD);
        assertThat(colleague.getByRole(AriaRole.HEADING, level(1))).hasText(name);
    }

    @Test
    void signing_out_ends_the_session() {
        Page page = signedIn();
        page.getByRole(AriaRole.BUTTON, named("Signed in as manager")).click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Sign in"))).isVisible();
        assertThat(page.request().get("/accounts").status()).isEqualTo(401);
    }

    private static Page signedIn() {
        Page page = chromium.visit(service.url());
        enter(page, PackagedService.PASSWORD);
        assertThat(page.getByRole(AriaRole.HEADING, named("Portfolio"))).isVisible();
        assertThat(rows(page).first().getByRole(AriaRole.CELL).nth(1))
                .hasText(
                        Pattern.compile("Tier|Not key|No data"),
                        new LocatorAssertions.HasTextOptions().setTimeout(SAMPLE_DECIDED_MILLIS));
        // until all are there, one that loads may take the place of one that is about to be clicked
        assertThat(table(page)).hasAttribute("aria-rowcount", ALL_AND_THE_HEAD);
        return page;
    }

    private static void enter(Page page, String password) {
        page.getByLabel("User name").fill("manager");
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
    }

    private static void sortBy(Page page, String column) {
        Locator header = page.getByRole(AriaRole.COLUMNHEADER, named(column));
        header.getByRole(AriaRole.BUTTON).click();
        assertThat(header).hasAttribute("aria-sort", "ascending");
    }

    private static Locator table(Page page) {
        return page.getByRole(AriaRole.TABLE, named("Accounts"));
    }

    /** The accounts in sight and some around, in the table's order. */
    private static Locator rows(Page page) {
        return table(page).locator("tbody tr[data-index]");
    }

    private static Locator firstAccount(Page page) {
        return rows(page).first().getByRole(AriaRole.LINK);
    }

    private static Locator decision(Page page, String policy) {
        return page.locator("article[data-policy=" + policy + "]");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions level(int level) {
        return new Page.GetByRoleOptions().setLevel(level);
    }
}
