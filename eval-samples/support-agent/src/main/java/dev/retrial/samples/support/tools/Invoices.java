package dev.retrial.samples.support.tools;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import java.math.BigDecimal;

/** Invoices as the customer can download them. */
public final class Invoices {

    /** An invoice; {@code dueOn} is an ISO date. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Invoice(String invoiceId, BigDecimal total, String dueOn, String url) {}

    @Tool(name = "get_invoice", value = "An invoice and the link to its PDF")
    public Invoice getInvoice(@P(name = "invoice_id", value = "such as INV-20871") String invoiceId) {
        if (!invoiceId.equals("INV-20871")) {
            throw new IllegalArgumentException("No such invoice");
        }
        return new Invoice(
                invoiceId, new BigDecimal("1480.00"), "2026-03-31", "https://billing.larkfield.example/INV-20871.pdf");
    }
}
