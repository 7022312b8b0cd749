using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.TeamsBot.Starting;

/// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: questions can be answered; otherwise 503 with the reason.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", () => Results.Text("ok"));
        app.MapGet("/readyz", async (Readiness readiness, CancellationToken cancellationToken) =>
        {
            try
            {
                await readiness.CheckAsync(cancellationToken);
                return Results.Text("ready");
            }
            catch (DataFolderException exception)
            {
                // The fault's name, not its message: a probe from elsewhere has no business with this machine's paths.
                return Results.Text($"not ready: {exception.Fault}", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
            catch (StoreUnavailableException)
            {
                return Results.Text("not ready: StoreUnavailable", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
    }
}
