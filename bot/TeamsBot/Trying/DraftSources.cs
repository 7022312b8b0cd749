using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Documents;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Trying;

/// <summary>Marks the sources that are not published yet: nothing opens them, and nobody takes them for a rule in force.</summary>
internal static class DraftSources
{
    public static AnswerView Mark(AnswerView view, RevisionId draft, Messages messages)
    {
        var pages = PdfLink.To(draft, 1).Split('#')[0] + "#";
        return view switch
        {
            AnswerView.Grounded grounded => grounded with
            {
                FirstLine = grounded.FirstLine with { Sources = All(grounded.FirstLine.Sources) },
                Parts = [.. grounded.Parts.Select(part => part with { Claims = [.. part.Claims.Select(claim => claim with { Sources = All(claim.Sources) })] })],
                Sources = [.. grounded.Sources.Select(place => place with { Sources = All(place.Sources) })],
                Conflicts = [.. grounded.Conflicts.Select(conflict => conflict with { Sources = All(conflict.Sources) })],
            },
            AnswerView.Abstention abstention => abstention with { Nearest = All(abstention.Nearest) },
            _ => view,
        };

        ImmutableArray<SourceView> All(ImmutableArray<SourceView> sources) => [.. sources.Select(source =>
            source.Url.StartsWith(pages, StringComparison.Ordinal) ? source with { Url = "", PassageUrl = "", Sample = messages.NotPublishedYet } : source)];
    }
}
