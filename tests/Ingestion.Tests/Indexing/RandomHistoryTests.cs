using AgentHelpdesk.Ingestion.Indexing;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TestKit;
using CsCheck;

namespace AgentHelpdesk.Ingestion.Tests.Indexing;

/// <summary>Any sequence of publications, corrections, retirements, purges and failures leaves index, catalogue and statistics in step.</summary>
public sealed class RandomHistoryTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private enum Deed
    {
        Publish,
        Correct,
        Retire,
        Restore,
        Purge,
        Reweigh,
        Wait,
    }

    private static readonly Gen<(Deed Deed, int Document, int Version, int From, int Length, int? FailsAfter)[]> Histories = Gen.Select(
        Gen.Enum<Deed>(), Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[0, 6], Gen.Int[1, 6], Gen.Int[0, 12]).Select(
        (deed, document, version, from, length, fails) => (deed, document, version, from, length, fails < 8 ? (int?)null : fails - 8)).Array[1, 14];

    [Fact]
    public async Task Index_catalogue_and_statistics_stay_in_step() => await Histories.SampleAsync(
        async history =>
        {
            using var house = new PublishingHouse();
            foreach (var (deed, document, version, from, length, failsAfter) in history)
            {
                house.Index.FailsAfter = failsAfter;
                try
                {
                    await DoAsync(house, deed, document, version, new(2020 + from, 1, 1), new(2020 + from + length, 1, 1));
                }
                catch (IOException)
                {
                    // The index failed half-way: what was published before must still be right, and the next publication clean up.
                }

                house.Index.FailsAfter = null;
                await house.ShouldAgreeAsync();
            }
        },
        iter: 60,
        threads: 1);

    private static async Task DoAsync(PublishingHouse house, Deed deed, int document, int version, DateOnly from, DateOnly until)
    {
        var builder = new DocumentBuilder($"Document {document}").OfDocument($"{document}").InForce(from, until.AddDays(-1))
            .Chunk($"Version {version} du plafond.").Chunk("Texte commun à toutes les versions.");
        var draft = PublishingHouse.Draft(builder);
        if (deed == Deed.Wait)
            house.Time.Advance(TimeSpan.FromHours(1));

        await using var publisher = await house.OpenAsync();
        var known = (await house.Reader.FindDocumentAsync(draft.Document, None))?.Revisions.FirstOrDefault(revision => revision.Status != RevisionStatus.Purged);
        var change = (deed, known) switch
        {
            (Deed.Publish, _) => draft,
            (Deed.Correct, { } revision) => RevisionDraft.Of(revision) with
            {
                Description = revision.Description with { Declared = new(from, until), Audience = version % 2 == 0 ? [Audience.Everyone] : ["caf"], Title = $"Titre {version}" },
            },
            (Deed.Retire, { } revision) => RevisionDraft.Of(revision) with { Status = RevisionStatus.Retired, Retirement = new(version == 0 ? null : until, "") },
            (Deed.Restore, { } revision) => RevisionDraft.Of(revision) with { Status = RevisionStatus.Published, Retirement = null },
            (Deed.Purge, { } revision) => RevisionDraft.Tombstone(revision),
            (Deed.Reweigh, { } revision) => RevisionDraft.Of(revision) with { Reweigh = true },
            _ => null,
        };
        if (change is not null)
            await publisher.PublishAsync([change], [house.Act(ActKind.Correct, change)], None);
    }
}
