using AgentHelpdesk.Knowledge.Embedded.Search;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.TestKit.Index;

namespace AgentHelpdesk.Knowledge.Embedded.Tests.Search;

public sealed class IndexSnapshotTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(100)]
    [InlineData(5000)]
    public void Leaves_out_nothing_that_the_plainest_search_finds(int limit)
    {
        var entries = RandomEntries.Of(9000, seed: 1);
        var snapshot = new IndexSnapshot { Segments = [RandomEntries.View(entries[..5000]), RandomEntries.View(entries[5000..5001]), RandomEntries.View(entries[5001..])] };
        var oracle = new BruteForceIndex(entries);
        var random = new Random(2);
        for (var i = 0; i < 40; i++)
        {
            var question = RandomEntries.Question(random, limit);
            ShouldRankAlike(snapshot.Search(question), oracle.Search(question));
        }
    }

    [Fact]
    public void Merged_segments_answer_as_the_segments_did()
    {
        var entries = RandomEntries.Of(3000, seed: 3);
        SegmentView[] views = [RandomEntries.View(entries[..1000]), RandomEntries.View(entries[1000..1100]), RandomEntries.View(entries[1100..])];
        var gone = entries.Where((_, i) => i % 3 == 0).ToDictionary(entry => entry.Id.Value, _ => SegmentView.RemovedMark);
        var ended = entries.Where((_, i) => i % 3 == 1).ToDictionary(entry => entry.Id.Value, _ => 2L);
        var kept = views.Select(view => view.WithEnds(gone).WithEnds(ended)).ToArray();

        var merged = SegmentMerge.Of(kept);

        merged.Segment.Count.ShouldBe(2000);
        var random = new Random(4);
        for (var i = 0; i < 40; i++)
        {
            var question = RandomEntries.Question(random, 50);
            foreach (var publication in new[] { 1, 2 })
            {
                var asked = question with { Filter = question.Filter with { Publication = publication } };
                ShouldRankAlike(new IndexSnapshot { Segments = [merged] }.Search(asked), new IndexSnapshot { Segments = [.. kept] }.Search(asked));
            }
        }
    }

    [Fact]
    public void Stays_as_it_was_when_entries_end()
    {
        var view = RandomEntries.View([SomeEntry.Of(1, (10, 1))]);
        var before = new IndexSnapshot { Segments = [view] };

        var after = new IndexSnapshot { Segments = [view.WithEnds(new Dictionary<long, long> { [1] = 1 })] };

        before.Search(SomeEntry.Question((10, 1))).Sparse.Length.ShouldBe(1);
        after.Search(SomeEntry.Question((10, 1))).Sparse.ShouldBeEmpty();
    }

    [Fact]
    public void Weights_below_zero_are_summed_like_others()
    {
        var snapshot = new IndexSnapshot { Segments = [RandomEntries.View([SomeEntry.Of(1, (10, -1), (20, 3)), SomeEntry.Of(2, (10, 1)), SomeEntry.Of(3, (20, 1))])] };

        snapshot.Search(SomeEntry.Question((10, 2), (20, 1))).Sparse.ShouldBe([new(new(2), 2), new(new(1), 1), new(new(3), 1)]);
        snapshot.Search(SomeEntry.Question((10, -2))).Sparse.ShouldBe([new(new(1), 2), new(new(2), -2)]);
    }

    [Fact]
    public void Many_small_segments_become_few()
    {
        var views = RandomEntries.Of(2000, seed: 5).Select(entry => RandomEntries.View([entry]));

        var tidy = views.Aggregate(new IndexSnapshot(), (snapshot, view) => new() { Segments = SegmentMerging.Tidy(snapshot.Segments.Add(view)) });

        tidy.Segments.Sum(view => view.Segment.Count).ShouldBe(2000);
        tidy.Segments.Length.ShouldBeLessThan(32);
    }

    [Fact]
    public void A_posting_takes_at_most_eight_bytes()
    {
        var index = RandomEntries.View(RandomEntries.Of(9000, seed: 6)).Segment.Inverted;

        ((double)index.ByteCount / index.PostingCount).ShouldBeLessThan(8);
    }

    private static void ShouldRankAlike(SearchLegs found, SearchLegs expected)
    {
        found.Sparse.Select(chunk => chunk.Id).ShouldBe(expected.Sparse.Select(chunk => chunk.Id));
        found.Sparse.Zip(expected.Sparse, (one, other) => Math.Abs(one.Score - other.Score) / other.Score).DefaultIfEmpty().Max().ShouldBeLessThan(1e-5f);
        found.Dense.Length.ShouldBe(expected.Dense.Length);
        found.Dense.Zip(expected.Dense, (one, other) => Math.Abs(one.Score - other.Score)).DefaultIfEmpty().Max().ShouldBeLessThan(1e-6f);
    }
}
