using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Documents;
using AgentHelpdesk.TeamsBot.Pages;
using AgentHelpdesk.TeamsBot.Passages;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Security;

namespace AgentHelpdesk.TeamsBot.Links;

/// <summary>
/// Opens what a sealed link names, and nothing else: the passage with its neighbours, and the PDF it stands in. The seal is looked at before the
/// store is; whom the document is meant for is looked at now, not when the link was made.
/// </summary>
internal sealed class LinkPages(
    LinkSeal seal, PublicLinks links, OpenPassage passages, ReadableRevisions readable, RevisionPdf pdfs, PublicLimits limits,
    PageRenderer renderer, PageSpeech speech, PageAssets assets, CivilDay clock)
{
    public const string PassageRoute = PublicLinks.Root + "/{revision}";

    public const string PdfRoute = PassageRoute + "/pdf";

    /// <summary>The longest link that is ever made has some 1,600 characters.</summary>
    private const int MaxQuery = 2_048;

    public async Task<IResult> OpenAsync(string revision, HttpContext context)
    {
        var query = context.Request.Query;
        if (IsTooLong(context) || PassageLink.Parse(revision, query["mots"], query["au"], query["proche"]) is not { } link)
            return await ExplainAsync(new SealOutcome.Broken(), context);
        var outcome = seal.Check(PublicLinks.AddressOf(link), query);
        if (outcome is not SealOutcome.Whole whole)
            return await ExplainAsync(outcome, context);
        if (!limits.MayOpen())
            return TooMany(context);

        var messages = speech.Of(context);
        if (await passages.OpenAsync(link, messages, context.RequestAborted) is not { } view)
            return await SayAsync(context, StatusCodes.Status404NotFound, messages.LinkGoneTitle, messages.LinkGone);
        return HtmlReply.Of(await renderer.RenderAsync<LinkedPassage>(new()
        {
            [nameof(LinkedPassage.Shell)] = ShellOf(context, messages),
            [nameof(LinkedPassage.View)] = OfThisRevisionAlone(view, links.PdfOf(link.Revision, link.Words.Min(range => range.Page), whole.Until)),
            [nameof(LinkedPassage.Until)] = messages.LinkOpensUntil(clock.Local(whole.Until)),
        }));
    }

    public async Task<IResult> SendPdfAsync(string revision, HttpContext context)
    {
        if (IsTooLong(context) || !RevisionId.TryParse(revision, out var id))
            return await ExplainAsync(new SealOutcome.Broken(), context);
        var outcome = seal.Check(PublicLinks.PdfAddressOf(id), context.Request.Query);
        if (outcome is not SealOutcome.Whole)
            return await ExplainAsync(outcome, context);
        if (!limits.MayOpen())
            return TooMany(context);

        var messages = speech.Of(context);
        return await readable.FindAsync(id, context.RequestAborted) is { } found && pdfs.Send(found, context) is { } pdf
            ? pdf
            : await SayAsync(context, StatusCodes.Status404NotFound, messages.LinkGoneTitle, messages.LinkGone);
    }

    private static bool IsTooLong(HttpContext context) => context.Request.QueryString.Value is { Length: > MaxQuery };

    // A newer revision is named, but the link was made for this one: it leads nowhere else.
    private static PassageView OfThisRevisionAlone(PassageView view, string pdfUrl) =>
        view with { PdfUrl = pdfUrl, Warnings = [.. view.Warnings.Select(warning => warning with { Url = null })] };

    private Task<IResult> ExplainAsync(SealOutcome outcome, HttpContext context)
    {
        var messages = speech.Of(context);
        return !limits.MayExplain() ? Task.FromResult(TooMany(context))
            : outcome is SealOutcome.Expired ? SayAsync(context, StatusCodes.Status410Gone, messages.LinkExpiredTitle, messages.LinkExpired)
            : SayAsync(context, StatusCodes.Status403Forbidden, messages.LinkBrokenTitle, messages.LinkBroken);
    }

    // A plain sentence: whoever asks too much is not worth a page.
    private IResult TooMany(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "60";
        var messages = speech.Of(context);
        return Results.Text($"{messages.LinkTooManyTitle}. {messages.LinkTooMany}", statusCode: StatusCodes.Status429TooManyRequests);
    }

    private async Task<IResult> SayAsync(HttpContext context, int status, string title, string sentence) => HtmlReply.Of(
        await renderer.RenderAsync<LinkNotice>(new()
        {
            [nameof(LinkNotice.Shell)] = ShellOf(context, speech.Of(context)),
            [nameof(LinkNotice.Title)] = title,
            [nameof(LinkNotice.Sentence)] = sentence,
        }),
        status);

    private LinkShellView ShellOf(HttpContext context, Messages messages) => new(
        messages.Language, assets.Tag, context.Request.Path + QueryString.Create(context.Request.Query.Where(pair => pair.Key != PageSpeech.Choosing)));
}
