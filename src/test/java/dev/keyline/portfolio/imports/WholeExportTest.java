package dev.keyline.portfolio.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyline.portfolio.Entity;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WholeExportTest {
    @Inject
    PortfolioImport imports;

    @Inject
    ImportStore store;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void nothing_is_there() {
        EmptyPortfolio.make(jdbi);
    }

    @Test
    void every_table_is_taken_once_and_then_unchanged_in_whatever_order_it_is_sent() {
        List<ImportFile> files = new ArrayList<>(everyTable());
        assertThat(take(files, "keyline")).allSatisfy(report -> {
            assertThat(report.rejected()).as(report.entity()).isZero();
            assertThat(report.inserted()).as(report.entity()).isPositive();
        });

        Collections.reverse(files);
        List<FileReport> again = take(files, "keyline");

        assertThat(again)
                .extracting(FileReport::entity)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Entity.values()).map(Entity::word).toList());
        assertThat(again).allSatisfy(report -> {
            assertThat(report.unchanged()).as(report.entity()).isPositive();
            assertThat(report.inserted() + report.updated() + report.rejected())
                    .as(report.entity())
                    .isZero();
        });
    }

    @Test
    void a_contact_that_moves_counts_as_a_change_of_both_accounts() {
        take(everyTable(), "keyline");
        take(List.of(Export.file("account.csv", "id,name", "b,B")), "keyline");
        long former = revision("a");

        take(List.of(Export.file("contact.csv", "id,account_id", "k,b")), "keyline");

        assertThat(revision("a")).isEqualTo(former + 1);
        assertThat(revision("b")).isEqualTo(2);
    }

    @Test
    void an_anchor_brings_dates_into_the_present_week_and_keeps_their_weekday() {
        String mapping = "{extends: keyline, anchor: 2020-01-08}"; // a Wednesday
        imports.run(
                List.of(Export.file("account.csv", "id,name,customer_since", "a,A,2020-01-06")),
                imports.mapping(mapping),
                "test");

        LocalDate monday = LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        assertThat(jdbi.<LocalDate, RuntimeException>withHandle(
                        handle -> handle.createQuery("select customer_since from account")
                                .mapTo(LocalDate.class)
                                .one()))
                .isEqualTo(monday);
        assertThat(ChronoUnit.DAYS.between(LocalDate.of(2020, 1, 6), monday) % 7)
                .isZero();
    }

    @Test
    void sixty_thousand_readings_are_taken() {
        List<String> lines = new ArrayList<>(List.of("account_id,read_at,active-users"));
        for (int i = 0; i < 60_000; i++) {
            lines.add("a" + i % 600 + "," + LocalDate.of(2026, 1, 1).plusDays(i / 600) + "," + i);
        }
        List<String> accounts = new ArrayList<>(List.of("id,name"));
        for (int i = 0; i < 600; i++) {
            accounts.add("a" + i + ",A" + i);
        }
        ImportFile usage = new ImportFile("usage.csv", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));

        List<FileReport> reports =
                take(List.of(usage, Export.file("account.csv", accounts.toArray(String[]::new))), "keyline");

        assertThat(reports.get(1).inserted()).isEqualTo(60_000);
        assertThat(take(List.of(usage), "keyline").get(0).unchanged()).isEqualTo(60_000);
    }

    @Test
    void a_salesforce_export_is_taken() {
        List<FileReport> reports = take(
                List.of(
                        Export.file(
                                "Account.csv",
                                "Id,IsDeleted,Name,Type,Industry,BillingCountry,BillingCity,NumberOfEmployees,AnnualRevenue,Rating,OwnerId",
                                "001,false,Acme,Customer,Energy,United States,Austin,500,1200000.0,Hot,005",
                                "002,true,Gone,Customer,Energy,USA,Austin,1,1,Cold,005"),
                        Export.file(
                                "User.csv",
                                "Id,FirstName,LastName,Email,Title,ManagerId,IsActive",
                                "005,Sam,Stone,s@x.example,Rep,,true"),
                        Export.file(
                                "Contact.csv",
                                "Id,IsDeleted,AccountId,FirstName,LastName,Title,LastActivityDate",
                                "003,false,001,Jo,Doe,CFO,2026-10-01",
                                "004,false,,No,Account,,"),
                        Export.file(
                                "Contract.csv",
                                "Id,AccountId,Status,StartDate,EndDate",
                                "800,001,Activated,2026-01-01,2026-12-31",
                                "801,001,Draft,,"),
                        Export.file(
                                "Opportunity.csv",
                                "Id,IsDeleted,AccountId,Name,Amount,CreatedDate,CloseDate,IsClosed",
                                "006,false,001,More,5000.0,2026-10-01T10:00:00.000+0000,2026-12-01,false",
                                "007,false,001,Won,100,2026-01-01T10:00:00.000+0000,2026-02-01,true"),
                        Export.file(
                                "Case.csv",
                                "Id,IsDeleted,AccountId,Subject,Priority,IsEscalated,CreatedDate,ClosedDate",
                                "500,false,001,Slow,High,true,2026-11-01T08:30:00.000+0000,")),
                "salesforce");

        assertThat(reports)
                .allSatisfy(report ->
                        assertThat(report.rejected()).as(report.file()).isZero());
        assertThat(reports.stream().mapToInt(FileReport::inserted).sum()).isEqualTo(8);
        assertThat(reports.stream().mapToInt(FileReport::skipped).sum()).isEqualTo(6);
    }

    private List<FileReport> take(List<ImportFile> files, String mapping) {
        ImportReport report = imports.run(files, imports.mapping(mapping), "test");
        report.files()
                .forEach(file ->
                        assertThat(store.rejected(report.id(), file.file())).isEmpty());
        return report.files();
    }

    private long revision(String account) {
        return jdbi.withHandle(handle -> handle.createQuery("select revision from account where id = :id")
                .bind("id", account)
                .mapTo(Long.class)
                .one());
    }

    private static List<ImportFile> everyTable() {
        return List.of(
                Export.file(
                        "signal.csv",
                        "id,account_id,kind,detail,occurred_at,withdrawn_at",
                        "s,a,champion-change,,2026-11-01T10:00:00Z,"),
                Export.file(
                        "ticket.csv",
                        "id,account_id,subject,severity,escalated,sentiment,opened_at,closed_at",
                        "t,a,Slow,high,true,negative,2026-11-01T10:00:00Z,"),
                Export.file(
                        "satisfaction.csv",
                        "account_id,kind,read_at,score",
                        "a,nps,2026-11-01,-40",
                        "a,csat,2026-11-01,4.5"),
                Export.file(
                        "usage.csv",
                        "account_id,read_at,active-users,api-calls",
                        "a,2026-11-02,5,100",
                        "a,2026-11-09,6,"),
                Export.file(
                        "opportunity.csv",
                        "id,account_id,name,product_id,amount,currency,opened_on,closed_on",
                        "o,a,More,p,100,EUR,2026-01-01,"),
                Export.file(
                        "entitlement.csv",
                        "id,account_id,product_id,business_unit,region,seats,starts_on,ends_on",
                        "e,a,p,HQ,EMEA,50,2026-01-01,"),
                Export.file(
                        "contract.csv",
                        "id,account_id,product_id,starts_on,ends_on,annual_value,currency,notice_given_on",
                        "c,a,p,2026-01-01,2026-12-31,1000.50,EUR,"),
                Export.file(
                        "contact.csv",
                        "id,account_id,name,title,role,level,sentiment,last_contacted_on,left_on",
                        "k,a,Kim,CTO,champion,5,positive,2026-11-01,"),
                Export.file(
                        "tier_override.csv",
                        "account_id,tier,reason,author,expires_on",
                        "a,Tier 1,strategic,vp,2027-01-01"),
                Export.file(
                        "assignment.csv",
                        "account_id,role,person_id,since,pinned",
                        "a,account-manager,m,2026-01-01,true"),
                Export.file("relationship.csv", "account_id,person_id,last_on", "a,b,2025-12-31"),
                Export.file("account.csv", "id,name,group_id,industry,fleet", "a,A,g,Energy,12"),
                Export.file("leave.csv", "person_id,from_day,to_day", "m,2026-12-24,2026-12-31"),
                Export.file(
                        "person.csv",
                        "id,name,kind,line_manager_id,level,languages,industries,regions,capacity_points,max_sponsored,starts_on,leaves_on",
                        "m,Max,account-manager,b,1,de;en,,North,80,,2020-01-01,",
                        "b,Bea,executive,,5,,,,,2,,"),
                Export.file("exchange_rate.csv", "currency,on_day,rate", "EUR,2026-01-01,1.1"),
                Export.file("attribute_definition.csv", "name,type,unit,description", "fleet,number,lorries,"),
                Export.file("product.csv", "id,name,family", "p,Platform,Core"),
                Export.file("account_group.csv", "id,name,parent_id", "g,Group,h", "h,Holding,"));
    }
}
