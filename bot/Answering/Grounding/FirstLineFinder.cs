using AgentHelpdesk.Answering.Retrieval;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>Chooses the line that is read aloud from what was verified.</summary>
internal static class FirstLineFinder
{
    public static FirstLine Find(RetrievalOutcome retrieval, VerifiedDraft verified)
    {
        _ = retrieval;
        var claim = verified.Claims[0];
        var text = claim.Text.Split('\n')[0];
        var line = text.Length <= FirstLine.MaxLength ? text : text[..text.LastIndexOf(' ', FirstLine.MaxLength - 1)] + "…";
        return new() { Text = line, Citations = claim.Citations[..1], Claim = 0, IsWholeClaim = line == claim.Text && claim.Table is null };
    }
}
