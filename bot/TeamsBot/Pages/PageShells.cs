using System.Reflection;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.TeamsBot.Documents;

namespace AgentHelpdesk.TeamsBot.Pages;

/// <summary>Fills the frame of a page: its language, its address, and what the foot says of the store.</summary>
internal sealed class PageShells(PageSpeech speech, PageAssets assets, ICatalogueReader catalogue, CivilDay clock)
{
    private static readonly string Version =
        typeof(PageShells).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <param name="page">The room.</param>
    /// <param name="context">The request.</param>
    /// <param name="state">What the store said for this page; null: it can't be read, which the page says.</param>
    public ShellView Of(PageKind page, HttpContext context, CatalogueState? state)
    {
        var messages = speech.Of(context);
        return new()
        {
            Language = messages.Language,
            Page = page,
            Address = context.Request.Path + QueryString.Create(context.Request.Query.Where(pair => pair.Key != PageSpeech.Choosing)),
            AssetTag = assets.Tag,
            Foot = state is null
                ? [messages.StoreNotReadable, messages.ProgramVersion(Version)]
                : [messages.StoreEmbedded, messages.ProgramVersion(Version), messages.Chunks(state.Chunks), messages.LastBackup(state.LastBackup is { } at ? clock.Local(at) : null)],
        };
    }

    /// <summary>Null when the store can't be read: that is said on a page, and must not take it away.</summary>
    public async Task<CatalogueState?> ReadStateAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await catalogue.ReadStateAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is StoreUnavailableException or DataFolderException)
        {
            return null;
        }
    }
}
