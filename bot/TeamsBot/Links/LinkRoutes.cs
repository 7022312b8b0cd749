using AgentHelpdesk.BotProtocol;
using AgentHelpdesk.TeamsBot.Pages;
using AgentHelpdesk.TeamsBot.Security;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Links;

/// <summary>What people elsewhere reach, under the public address: what sealed links open, and the two files that these pages are made of.</summary>
internal static class LinkRoutes
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>The sheet and the icon of the pages; every other asset is for the local pages.</summary>
    private static readonly string[] Assets = ["app.css", "icon.svg"];

    public static IServiceCollection AddPublicLinks(this IServiceCollection services, string dataFolder)
    {
        services.TryAddSingleton(_ => new LinkKey(dataFolder));
        services.TryAddSingleton<LinkSeal>();
        services.TryAddSingleton<PublicLinks>();
        services.TryAddSingleton<LinkPages>();
        services.TryAddSingleton<PublicHosts>();
        services.TryAddSingleton<PublicLimits>();
        return services;
    }

    /// <summary>Nothing where there is no public address.</summary>
    /// <exception cref="Knowledge.Catalogue.DataFolderException">The key can't be read or made.</exception>
    public static void MapPublicLinks(this WebApplication app)
    {
        if (PublicAddress.Of(app.Services.GetRequiredService<IOptions<BotOptions>>().Value.PublicUrl) is null)
            return;

        // A key that can't be had stops the start, not the first answer.
        _ = app.Services.GetRequiredService<LinkKey>().Bytes;
        var open = app.MapGroup("").AddEndpointFilter<PublicDoor>();
        open.MapMethods(LinkPages.PassageRoute, Reading, (string revision, LinkPages pages, HttpContext context) => pages.OpenAsync(revision, context));
        open.MapMethods(LinkPages.PdfRoute, Reading, (string revision, LinkPages pages, HttpContext context) => pages.SendPdfAsync(revision, context));
        foreach (var name in Assets)
            open.MapMethods($"/assets/{{tag}}/{name}", Reading, (string tag, PageAssets assets, HttpContext context) => assets.Send(tag, name, context));
    }
}
