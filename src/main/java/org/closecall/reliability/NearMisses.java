package org.closecall.reliability;

import java.util.List;
import org.closecall.metrics.NearMissRatio;
import org.closecall.metrics.Proportion;
import org.closecall.occurrence.StoppedBy;

/**
 * Near misses in the window: a sign of reporting and learning, not of risk, and never a target.
 *
 * @param between observed time per near miss
 * @param shareOfRecords near misses among near misses and incidents
 * @param byChance stopped by nothing but chance, among those of which it is known
 * @param unknown of which nobody said what stopped them
 */
public record NearMisses(int count, Between between, Share shareOfRecords, Share byChance, int unknown) {

    static NearMisses of(List<NearMissFact> nearMisses, int incidents, double exposureHours) {
        var known = nearMisses.stream().filter(one -> one.stoppedBy() != null).toList();
        var chance = known.stream().filter(one -> one.stoppedBy() == StoppedBy.CHANCE).count();
        return new NearMisses(nearMisses.size(), Between.of(nearMisses.size(), exposureHours),
                Share.of(new NearMissRatio(nearMisses.size(), incidents).share(Figures.CONFIDENCE)),
                Share.of(Proportion.wilson(chance, known.size(), Figures.CONFIDENCE)), nearMisses.size() - known.size());
    }
}
