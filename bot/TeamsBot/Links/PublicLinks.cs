using System.Globalization;
using AgentHelpdesk.BotProtocol;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Passages;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Links;

/// <summary>Addresses of citations that an agent can open from Teams: under the public address, sealed, for some hours.</summary>
internal sealed class PublicLinks(IOptions<BotOptions> options, LinkSeal seal)
{
    public const string Root = "/citations";

    private readonly PublicAddress? _address = PublicAddress.Of(options.Value.PublicUrl);

    /// <summary>Opens the words of <paramref name="source"/> among their neighbours; null: the bot has no public address, so there is no link.</summary>
    public string? Of(SourceView source) => _address is not null && PassageLink.OfAddress(source.PassageUrl) is { } link
        ? _address.Origin + seal.Put(AddressOf(link), seal.Until) : null;

    /// <summary>The PDF behind a passage that was opened, for as long as the passage itself.</summary>
    public string PdfOf(RevisionId revision, int page, DateTimeOffset until) =>
        string.Create(CultureInfo.InvariantCulture, $"{seal.Put(PdfAddressOf(revision), until)}#page={page}");

    /// <summary>What stands under the seal of a passage's link.</summary>
    public static string AddressOf(PassageLink link) => link.Under(Root);

    /// <summary>What stands under the seal of a PDF's link. The page is for the viewer alone and is never sent.</summary>
    public static string PdfAddressOf(RevisionId revision) => $"{Root}/{revision.Value}/pdf";
}
