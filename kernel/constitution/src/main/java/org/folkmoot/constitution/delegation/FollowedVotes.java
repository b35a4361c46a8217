// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.delegation;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The votes of those who vote themselves or by following, while ballots come and people follow others. Of each change only
 * those are looked at whose vote rested on what has changed, and those who follow somebody who votes otherwise than before;
 * what comes out is what {@link Following#votes} says of the whole.
 */
final class FollowedVotes {
    private final Following following;
    private final Map<String, Object> ballots;
    private final Function<String, Collection<String>> leaders;
    private final Function<String, Collection<String>> followers;
    private final Map<String, Object> votes = new HashMap<>();

    /**
     * Begins without votes.
     *
     * @param ballots the choice of everybody who votes themselves, as it changes
     * @param leaders whom a voter follows, as it changes
     * @param followers who follows a voter, as it changes
     */
    FollowedVotes(
            Following following,
            Map<String, Object> ballots,
            Function<String, Collection<String>> leaders,
            Function<String, Collection<String>> followers) {
        this.following = following;
        this.ballots = ballots;
        this.leaders = leaders;
        this.followers = followers;
    }

    /**
     * Works out what has changed, and says whose vote may be another one now.
     *
     * @param changed who has another ballot, or follows others than before
     */
    Set<String> change(Collection<String> changed) {
        var touched = new LinkedHashSet<>(changed);
        withdraw(touched);
        give(touched);
        return touched;
    }

    // Whoever votes as somebody did whom they follow may have done so because of it, also in a circle in which
    // everybody
    // has the vote of somebody else: all of it is taken back, and given again as far as it follows from what is left.
    private void withdraw(Set<String> touched) {
        var news = new ArrayDeque<>(touched);
        while (!news.isEmpty()) {
            var voter = news.remove();
            var before = votes.get(voter);
            if (before == null || before.equals(ballots.get(voter))) {
                continue;
            }
            votes.remove(voter);
            for (var follower : followers.apply(voter)) {
                if (!ballots.containsKey(follower) && before.equals(votes.get(follower)) && touched.add(follower)) {
                    news.add(follower);
                }
            }
        }
    }

    private void give(Set<String> touched) {
        Deque<String> news = new ArrayDeque<>();
        for (var voter : new ArrayList<>(touched)) {
            vote(voter, news);
        }
        while (!news.isEmpty()) {
            for (var follower : followers.apply(news.remove())) {
                if (vote(follower, news)) {
                    touched.add(follower);
                }
            }
        }
    }

    private boolean vote(String voter, Deque<String> news) {
        if (votes.containsKey(voter)) {
            return false;
        }
        var choice = choice(voter);
        choice.ifPresent(found -> {
            votes.put(voter, found);
            news.add(voter);
        });
        return choice.isPresent();
    }

    private Optional<Object> choice(String voter) {
        var own = ballots.get(voter);
        if (own != null) {
            return Optional.of(own);
        }
        var followed = leaders.apply(voter);
        return followed.isEmpty()
                ? Optional.empty()
                : following.majority(followed, votes).map(choice -> choice);
    }

    /** How some vote, themselves or by following. */
    Resolution resolve(Collection<String> some, Map<String, BigInteger> roll) {
        var carried = new ArrayList<Carried>();
        var lost = new ArrayList<Lost>();
        for (var voter : some) {
            var power = roll.get(voter);
            if (power == null) {
                continue;
            }
            var choice = votes.get(voter);
            if (choice == null) {
                lost.add(new Lost(voter, voter, power, Lost.Reason.SILENT));
            } else {
                carried.add(new Carried(voter, voter, ballots.containsKey(voter) ? 0 : 1, power, choice));
            }
        }
        return new Resolution(carried, lost);
    }
}
