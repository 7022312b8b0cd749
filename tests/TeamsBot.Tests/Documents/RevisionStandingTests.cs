using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Documents;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Tests.Documents;

public sealed class RevisionStandingTests
{
    private static readonly DateOnly Start = new(2024, 4, 1);

    [Fact]
    public void Says_since_when_it_is_in_force() => LineOf(SomeDocuments.Revision(first: Start)).ShouldBe("en vigueur depuis le 01/04/2024");

    [Fact]
    public void Says_the_last_day_included() =>
        LineOf(SomeDocuments.Revision(first: Start, last: new(2026, 12, 31))).ShouldBe("en vigueur du 01/04/2024 au 31/12/2026");

    [Fact]
    public void Says_that_no_date_is_stated() => LineOf(SomeDocuments.Revision()).ShouldBe("date d’effet non précisée");

    [Fact]
    public void Says_what_is_to_come() => LineOf(SomeDocuments.Revision(first: new(2027, 1, 1))).ShouldBe("à venir : en vigueur à partir du 01/01/2027");

    [Fact]
    public void Says_what_has_ended() =>
        LineOf(SomeDocuments.Revision(first: Start, last: new(2025, 3, 31))).ShouldBe("a été en vigueur du 01/04/2024 au 31/03/2025");

    [Fact]
    public void Says_from_which_day_another_revision_took_over()
    {
        var replaced = SomeDocuments.Revision(first: Start, effective: [new(Start, new(2025, 1, 1))]);

        LineOf(replaced).ShouldBe("remplacé le 01/01/2025");
        RevisionStanding.Of(replaced, SomeDocuments.Today).ShouldBe(Standing.Replaced);
    }

    [Fact]
    public void Says_that_it_never_answers_beside_another() => LineOf(SomeDocuments.Revision(effective: [])).ShouldBe("remplacé");

    [Fact]
    public void Tells_retired_from_to_be_retired_from_erased()
    {
        LineOf(SomeDocuments.Revision(first: Start, retirement: new(new(2026, 1, 15), "doublon"))).ShouldBe("retiré le 15/01/2026");
        LineOf(SomeDocuments.Revision(first: Start, retirement: new(null, "doublon"))).ShouldBe("retiré : ne répond plus aucun jour");
        LineOf(SomeDocuments.Revision(first: Start, retirement: new(new(2027, 1, 15), "fin"))).ShouldBe("en vigueur du 01/04/2024 au 14/01/2027, puis retiré à partir du 15/01/2027");
        LineOf(SomeDocuments.Revision(status: RevisionStatus.Purged, effective: [])).ShouldBe("effacé");
    }

    private static string LineOf(CatalogueRevision revision) => StoringHost.Plain(RevisionStanding.Line(revision, SomeDocuments.Today, Messages.In(Language.French)));
}
