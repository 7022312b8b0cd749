using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Tests.Answers;

public sealed class ClaimLinesTests
{
    [Fact]
    public void Tells_the_items_of_a_list_from_the_sentence_before_them()
    {
        var lines = ClaimLines.Split("Il faut :\n- un certificat ;\n1° une demande ;\na) un relevé ;\n• une pièce\nDans tous les cas, l'accord est écrit.");

        lines.Select(line => line.IsItem).ShouldBe([false, true, true, true, true, false]);
        lines[2].Text.ShouldBe("1° une demande\u202f;");
    }

    [Fact]
    public void A_first_line_is_a_sentence_whatever_it_begins_with() => ClaimLines.Split("1° Le délai est de 48 heures.").Single().IsItem.ShouldBeFalse();
}
