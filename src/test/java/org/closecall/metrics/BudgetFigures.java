package org.closecall.metrics;

import static org.closecall.metrics.ReferenceFigures.doubles;
import static org.closecall.metrics.ReferenceFigures.figures;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Error budgets and burn rates of the reference cases. */
final class BudgetFigures {

    private static final double MINUTES_A_DAY = 24 * 60;

    private BudgetFigures() {
    }

    static Map<String, Object> errorBudget(JsonNode in) {
        var periods = in.get("period_days");
        if (periods.isArray()) {
            return figures("budget_minutes", each(doubles(periods), days -> budget(in, days).allowed()));
        }
        var days = periods.asDouble();
        var budget = budget(in, days);
        return figures("budget_minutes", budget.allowed(), "budget_minutes_full", budget.allowed(), "consumed_fraction", budget.consumed(),
                "remaining_minutes", budget.remaining(), "exhausted", budget.exhausted(), "average_burn_rate", budget.burnRate(),
                "projected_exhaustion_day", budget.exhaustedAfter() * days);
    }

    private static ErrorBudget budget(JsonNode in, double days) {
        var observed = in.has("observed_days") ? in.get("observed_days").asDouble() : days;
        return ErrorBudget.ofTime(slo(in), days * MINUTES_A_DAY, observed * MINUTES_A_DAY, in.has("bad_minutes") ? in.get("bad_minutes").asDouble() : 0);
    }

    static Map<String, Object> burnRate(JsonNode in) {
        if (in.has("total")) {
            var burn = BurnRate.of(slo(in), in.get("good").asDouble(), in.get("total").asDouble());
            return figures("error_ratio", burn.errorRatio(), "burn_rate", burn.rate(), "status", burn.status().name());
        }
        var rates = doubles(in.get("burn_rates"));
        var days = each(rates, rate -> BurnRate.timeToExhaustion(in.get("period_days").asDouble(), rate));
        return figures("error_rate", each(rates, rate -> BurnRate.errorRatio(slo(in), rate)), "days_to_exhaustion", days,
                "minutes_to_exhaustion_last", days[days.length - 1] * MINUTES_A_DAY);
    }

    static Map<String, Object> thresholds(JsonNode in) {
        var period = hours(in.get("period_hours"));
        return figures("burn_rate", ReferenceFigures.list(in.get("alerts"), alert -> BurnAlert.threshold(alert.get("budget").asDouble(), period, hours(alert.get("long_h")))));
    }

    /** The workbook's table is for 30 days. */
    static Map<String, Object> detection(JsonNode in) {
        var window = hours(in.get("window_hours"));
        var rate = in.get("burn_rate").asDouble();
        return figures("detection_seconds", BurnAlert.detectionSeconds(slo(in), in.get("error_ratio").asDouble(), window, rate),
                "budget_consumed_at_detection", BurnAlert.budgetAtDetection(rate, window, Duration.ofDays(30)));
    }

    static Map<String, Object> alert(JsonNode in) {
        var rate = 1 / ErrorBudget.fraction(slo(in));
        var fires = BurnAlert.fires(in.get("long_window_error_ratio").asDouble() * rate, in.get("short_window_error_ratio").asDouble() * rate, in.get("burn_rate").asDouble());
        return figures("fires", fires, "reason", in.get("short_window_error_ratio").asDouble() * rate > in.get("burn_rate").asDouble() ? "both burning" : "long burning, short recovered: AND of both windows");
    }

    private static double[] each(double[] values, DoubleUnaryOperator function) {
        return Arrays.stream(values).map(function).toArray();
    }

    private static BigDecimal slo(JsonNode in) {
        return new BigDecimal(in.get("slo").asText());
    }

    private static Duration hours(JsonNode hours) {
        return Duration.ofMinutes(Math.round(hours.asDouble() * 60));
    }
}
