using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Passages;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Tests.Passages;

public sealed class PassageWarningsTests
{
    private static readonly CatalogueRevision InForce = SomeRevision.Of();
    private static readonly CatalogueRevision Old = SomeRevision.Of("Circulaire 2019", new(2019, 1, 1), new DateOnly(2025, 2, 28));

    [Fact]
    public void The_rule_in_force_needs_no_warning() => Sentences(InForce, null, SomeAnswers.Today).ShouldBeEmpty();

    [Fact]
    public void A_replaced_revision_says_by_which_and_since_when() =>
        Sentences(Old, InForce, new(2020, 1, 1)).ShouldBe(["Remplacé depuis le 01/03/2025 par « Circulaire 2025-03 »."]);

    [Fact]
    public void A_revision_not_in_force_on_the_date_says_so_first() =>
        Sentences(Old, InForce, SomeAnswers.Today)[0].ShouldBe("Pas en vigueur à la date demandée : 24/11/2026.");

    [Theory]
    [InlineData(null, "Erreur de date", "Retiré : ne répond plus. Motif : Erreur de date")]
    [InlineData("2026-05-01", "", "Retiré depuis le 01/05/2026 : ne répond plus.")]
    public void A_retired_revision_says_when_and_why(string? from, string reason, string expected)
    {
        var day = from is null ? (DateOnly?)null : DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture);
        var retired = InForce with { Status = RevisionStatus.Retired, Retirement = new(day, reason), Effective = day is { } end ? [new(InForce.Description.Declared.From, end)] : [] };

        Sentences(retired, null, SomeAnswers.Today)[0].ShouldBe(expected);
    }

    [Fact]
    public void Only_a_published_revision_in_force_today_is_a_successor()
    {
        var document = new CatalogueDocument { Id = Old.Document, Revisions = [InForce, Old] };

        PassageWarnings.SuccessorOf(Old, document, SomeAnswers.Today).ShouldBe(InForce);
        PassageWarnings.SuccessorOf(InForce, document, SomeAnswers.Today).ShouldBeNull();
        PassageWarnings.SuccessorOf(Old, document with { Revisions = [InForce with { Status = RevisionStatus.Retired }, Old] }, SomeAnswers.Today).ShouldBeNull();
    }

    // The narrow space before French punctuation is no matter here.
    private static ImmutableArray<string> Sentences(CatalogueRevision revision, CatalogueRevision? successor, DateOnly asked) =>
        [.. PassageWarnings.Of(revision, successor, AsOf.Day(asked), SomeAnswers.Today, "/now", Messages.In(Language.French)).Select(warning => warning.Sentence.Replace('\u202f', ' '))];
}
