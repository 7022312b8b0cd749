using AgentHelpdesk.TeamsBot.Documents.Listing;
using AgentHelpdesk.TeamsBot.Documents.Sheet;
using AgentHelpdesk.TeamsBot.Documents.Uploading;
using AgentHelpdesk.TeamsBot.Security;

namespace AgentHelpdesk.TeamsBot.Documents;

/// <summary>The addresses of the documents pages; all of them inside the group that answers this machine alone.</summary>
internal static class DocumentRoutes
{
    public static void MapDocuments(this IEndpointRouteBuilder local, RequestLimits limits)
    {
        local.MapGet(ListQuery.Route, (HttpContext context, DocumentList list) => list.OpenAsync(context));
        local.MapGet(DocumentLink.Route, (HttpContext context, DocumentSheet sheet) => sheet.OpenAsync(context));

        var changing = local.MapGroup("").AddEndpointFilter<SameOriginOnly>();
        changing.MapPost("/document/retire", (HttpContext context, SheetChanges changes) => changes.RetireAsync(context));
        changing.MapPost("/document/restore", (HttpContext context, SheetChanges changes) => changes.RestoreAsync(context));
        changing.MapPost("/document/correct", (HttpContext context, SheetChanges changes) => changes.CorrectAsync(context));

        // What is handed in: the table, its orders, and the files themselves.
        local.MapGet(UploadReception.Route, (HttpContext context, InboxDesk desk) => desk.OpenAsync(context));
        changing.MapPost(UploadReception.Route, (HttpContext context, UploadReception reception) => reception.ReceiveAsync(context));
        changing.MapPost("/uploads/check", (HttpContext context, InboxDesk desk) => desk.CheckAsync(context));
        changing.MapPost("/uploads/publish", (HttpContext context, InboxOrders orders) => orders.PublishAsync(context));
        changing.MapPost("/uploads/discard", (HttpContext context, InboxOrders orders) => orders.DiscardAsync(context));

        var asking = changing.MapGroup("").AddEndpointFilter(limits);
        asking.MapPost("/uploads/try", (HttpContext context, UploadTrial trial) => trial.TryAsync(context));
        asking.MapPost("/document/try", (HttpContext context, SheetTrial trial) => trial.TryAsync(context));
    }

    public static void AddDocuments(this IServiceCollection services)
    {
        services.AddSingleton<CivilDay>();
        services.AddSingleton<DocumentList>();
        services.AddSingleton<SheetReader>();
        services.AddSingleton<DocumentSheet>();
        services.AddSingleton<SheetChanges>();
        services.AddSingleton<SheetTrial>();
        services.AddSingleton<InboxViews>();
        services.AddSingleton<InboxDesk>();
        services.AddSingleton<InboxOrders>();
        services.AddSingleton<UploadTrial>();
        services.AddSingleton<UploadReception>();
        services.AddHostedService<InboxWork>();
    }
}
