package dev.precinct.runtime.access;

import dev.precinct.tenancy.permission.Disclosure;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Joins the disclosures of several groups into one that shows no more than any of them: what one hides is hidden, what one
 * pseudonymises is not clear, and one that gives counts only wins over all.
 */
final class StrictestDisclosure {
    private StrictestDisclosure() {}

    static Disclosure of(Collection<Disclosure> disclosures) {
        if (disclosures.isEmpty()) {
            return Disclosure.FULL;
        }
        List<Disclosure> sorted = disclosures.stream()
                .distinct()
                .sorted(Comparator.comparing(Disclosure::name))
                .toList();
        var hide = new HashSet<String>();
        var pseudonymise = new HashSet<String>();
        sorted.forEach(each -> {
            hide.addAll(each.hide());
            pseudonymise.addAll(each.pseudonymise());
        });
        pseudonymise.removeAll(hide);
        boolean aggregated = sorted.stream().anyMatch(Disclosure::aggregated);
        return sorted.stream()
                .filter(each -> each.hide().equals(hide)
                        && each.pseudonymise().equals(pseudonymise)
                        && each.aggregated() == aggregated)
                .findFirst()
                .orElseGet(() -> new Disclosure(joinedName(sorted), hide, pseudonymise, aggregated));
    }

    private static String joinedName(List<Disclosure> sorted) {
        return sorted.stream().map(Disclosure::name).collect(Collectors.joining("+"));
    }
}
