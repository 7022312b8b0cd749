using AgentHelpdesk.TeamsBot.Documents;
using AgentHelpdesk.TeamsBot.Passages;
using AgentHelpdesk.TeamsBot.Security;

namespace AgentHelpdesk.TeamsBot.Pages;

/// <summary>What this host answers to this machine alone.</summary>
internal static class ChatRoutes
{
    public static void MapLocalPages(this IEndpointRouteBuilder app)
    {
        var local = app.MapGroup("").AddEndpointFilter<LoopbackOnly>();
        local.MapGet("/", (HttpContext context, ChatPages pages) => pages.OpenAsync(context));
        local.MapGet(PageAssets.Route, (string tag, string name, PageAssets assets, HttpContext context) => assets.Send(tag, name, context));
        // A PDF names no icon of its own, so browsers ask for this one.
        local.MapGet("/favicon.ico", (PageAssets assets, HttpContext context) => assets.Send("", "icon.svg", context));
        local.MapMethods(PdfLink.Route, [HttpMethods.Get, HttpMethods.Head], (string id, RevisionPdf pdfs, HttpContext context) => pdfs.SendAsync(id, context));
        local.MapGet(PassageLink.Route, (string revision, PassagePages passages, HttpContext context) => passages.OpenAsync(revision, context));
        local.MapGet("/conversation", (string? id, HttpContext context, ConversationPages pages) => pages.ReadAsync(id ?? "", context));
        local.MapGet("/handed-in", (HttpContext context, HandedIn uploads) => uploads.ListAsync(context));
        local.MapGet("/suggestions", (HttpContext context, SuggestionPages pages) => pages.OfCorpusAsync(context));
        local.MapFallback("{*path}", (HttpContext context, PageSpeech speech) =>
            Results.Text(speech.Of(context).NotFound, statusCode: StatusCodes.Status404NotFound));

        // One instance for all: it counts.
        var limits = app.ServiceProvider.GetRequiredService<RequestLimits>();
        local.MapDocuments(limits);
        var asking = local.MapGroup("").AddEndpointFilter<SameOriginOnly>().AddEndpointFilter(limits);
        asking.MapPost("/ask", (HttpContext context, ChatPages pages) => pages.AskAsync(context));
        asking.MapPost("/", (HttpContext context, ChatPages pages) => pages.AskWithoutScriptAsync(context));

        var changing = local.MapGroup("").AddEndpointFilter<SameOriginOnly>();
        changing.MapPost("/conversation/forget", (HttpContext context, ConversationPages pages) => pages.ForgetAsync(context));
        changing.MapPost("/reports", (HttpContext context, ConversationPages pages) => pages.ReportAsync(context));
    }
}
