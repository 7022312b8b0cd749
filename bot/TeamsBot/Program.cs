using System.Globalization;
using System.Text;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.TeamsBot.Pages;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Security;
using AgentHelpdesk.TeamsBot.Starting;
using AgentHelpdesk.TeamsBot.Teams;
using AgentHelpdesk.TeamsBot.Verbs;

// The command line: without a verb the web host below; `ask` and `search` run the same answering in the console.
var language = CommandLanguage.Of(args);
CultureInfo.CurrentUICulture = language.Culture;
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var parse = HelpdeskCommand.Create(Messages.In(language), Serve).Parse(args);
var exitCode = await parse.InvokeAsync();
return parse.Errors.Count > 0 ? ExitCode.Usage : exitCode;

static Task<int> Serve(ServeRequest request, CancellationToken cancellationToken)
{
    var address = request.Address ?? ListeningAddress.Default;
    return request.Run.SayingFailuresAsync(ServeAsync, () => address);

    async Task<int> ServeAsync()
    {
        // The program's own folder holds its settings, whatever the working directory.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = request.Settings, ContentRootPath = AppContext.BaseDirectory });
        address = ListeningAddress.Use(builder, request.Address);
        var dataFolder = DataFolder.Locate(request.DataFolder, builder.Configuration[DataFolder.Setting]);
        await request.Run.Output.WriteLineAsync(request.Run.Messages.Starting(dataFolder));

        // Rooms: the embedded store, ingestion, answering; then what only the pages need, and the channel.
        builder.AddHelpdesk(dataFolder);
        builder.AddPages();
        builder.AddTeams(dataFolder);
        await using var app = builder.Build();

        // Every response: what browsers must not do with it, and one sentence when it fails.
        app.UseSecurityHeaders();
        app.UseMiddleware<RequestFailures>();

        // For probes from anywhere; for the channel, by its token; for people on this machine alone.
        app.MapHealth();
        app.MapTeams();
        app.MapLocalPages();

        await HelpdeskStart.RunAsync(app, dataFolder, request.Run.Output, request.Run.Messages, cancellationToken);
        return ExitCode.Done;
    }
}
