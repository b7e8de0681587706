package dev.keyline.timer;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.keyline.calendar.BusinessTime;
import dev.keyline.jdbc.Database;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Sets timers, and lets this replica claim those that are due. */
@Singleton
public class Timers {
    private static final String TABLE = "timer";
    private static final PostgreSqlJdbcCustomization POSTGRESQL = new PostgreSqlJdbcCustomization(false, false);

    /** A timer fires at most this much late on an idle machine. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    /** A claim without a sign of life for so many heartbeats is another replica's to take. */
    private static final int MISSED_HEARTBEATS = 5;

    private static final int AT_ONCE = 8;
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(5);

    private final AgroalDataSource dataSource;
    private final BusinessTime businessTime;
    private final Clock clock;
    private final Instance<TimerHandler> handlers;
    private final Instance<RecurringTimer> recurring;
    private @Nullable Scheduler scheduler;

    @Inject
    Timers(
            AgroalDataSource dataSource,
            BusinessTime businessTime,
            Clock clock,
            @Any Instance<TimerHandler> handlers,
            @Any Instance<RecurringTimer> recurring) {
        this.dataSource = dataSource;
        this.businessTime = businessTime;
        this.clock = clock;
        this.handlers = handlers;
        this.recurring = recurring;
    }

    /**
     * Sets a timer in the caller's transaction; one of the same kind and id that is set already stays as it is.
     *
     * @param at when it is due; one in the past is due at once
     */
    public void schedule(Handle handle, String kind, String id, Instant at) {
        client(handle).scheduleIfNotExists(new TaskInstance<>(kind, id), at);
    }

    /** Sets many timers that have never been set before, in the caller's transaction. */
    public void schedule(Handle handle, String kind, Map<String, Instant> dueById) {
        if (!dueById.isEmpty()) {
            client(handle)
                    .scheduleBatch(dueById.entrySet().stream()
                            .<SchedulableInstance<?>>map(due ->
                                    SchedulableInstance.of(new TaskInstance<>(kind, due.getKey()), due.getValue()))
                            .toList());
        }
    }

    private static SchedulerClient client(Handle handle) {
        return SchedulerClient.Builder.create(new OneConnection(handle.getConnection()))
                .tableName(TABLE)
                .jdbcCustomization(POSTGRESQL)
                .build();
    }

    /** Looks for due timers now rather than at the next look. Call it after the commit. */
    public void wake() {
        if (scheduler != null) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    void start(@Observes @Priority(Database.STARTUP_PRIORITY + 200) StartupEvent event) {
        List<Task<?>> oneTime = handlers.stream().<Task<?>>map(Timers::task).toList();
        List<RecurringTask<Void>> again = recurring.stream().map(this::task).toList();
        scheduler = new WithClock(dataSource, oneTime, clock)
                .startTasks(again)
                .tableName(TABLE)
                .jdbcCustomization(POSTGRESQL)
                .schedulerName(new SchedulerName.Fixed("keyline-" + UUID.randomUUID()))
                .threads(AT_ONCE)
                .pollingInterval(LOOK_EVERY)
                .pollUsingLockAndFetch(0.5, 4.0)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
        scheduler.start();
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    /** The library offers no other way to give it a clock. */
    private static final class WithClock extends SchedulerBuilder {
        WithClock(DataSource dataSource, List<Task<?>> tasks, Clock clock) {
            super(dataSource, tasks);
            this.clock = clock::instant;
        }
    }

    private static Task<Void> task(TimerHandler handler) {
        return Tasks.oneTime(handler.kind())
                .onFailure(Timers::retry)
                .onDeadExecutionRevive()
                .execute((instance, context) -> handler.due(instance.getId()));
    }

    private RecurringTask<Void> task(RecurringTimer timer) {
        return Tasks.recurring(timer.kind(), Schedules.cron(timer.schedule(), businessTime.zone()))
                .execute((instance, context) -> timer.due());
    }

    private static void retry(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        int failures = complete.getExecution().consecutiveFailures;
        Duration wait = Duration.ofSeconds(1L << Math.min(failures, 9));
        operations.reschedule(
                complete, complete.getTimeDone().plus(wait.compareTo(LONGEST_RETRY) < 0 ? wait : LONGEST_RETRY));
    }
}
