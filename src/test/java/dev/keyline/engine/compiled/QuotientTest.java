package dev.keyline.engine.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A quotient that is found among few digits is the one that the engine finds among many. */
class QuotientTest {
    private static final int TRIES = 200_000;

    private final Random random = new Random(4);

    @Test
    void has_the_digits_and_the_scale_of_the_engine() {
        for (int i = 0; i < TRIES; i++) {
            BigDecimal other = divisor();
            BigDecimal one = random.nextInt(5) == 0 ? dividend().multiply(other) : dividend();
            assertThat(Operators.quotient(one, other))
                    .as("%s / %s", one, other)
                    .isEqualTo(one.divide(other, MathContext.DECIMAL128)); // by value and by scale
        }
    }

    @Test
    void keeps_zeros_that_do_not_fit_into_few_digits() {
        BigDecimal zeros = new BigDecimal("1.0000000000000000000000");

        assertThat(Operators.quotient(zeros, BigDecimal.ONE)).isEqualTo(zeros);
    }

    private BigDecimal dividend() {
        long digits = random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(100_000) - 50_000L;
        BigDecimal plain = BigDecimal.valueOf(digits, random.nextInt(30) - 8);
        return random.nextInt(9) == 0 ? plain.setScale(plain.scale() + random.nextInt(25)) : plain;
    }

    private BigDecimal divisor() {
        long digits = random.nextInt(3) == 0
                ? 1 + random.nextInt(1_000_000)
                : (1 + random.nextInt(8)) * (long) Math.pow(10, random.nextInt(6));
        return BigDecimal.valueOf(digits, random.nextInt(12) - 4);
    }
}
