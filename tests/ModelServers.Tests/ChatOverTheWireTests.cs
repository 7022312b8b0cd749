using AgentHelpdesk.ModelDoubles;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.ModelServers.Tests;

public sealed class ChatOverTheWireTests
{
    [Fact]
    public async Task A_compatible_server_is_asked_by_base_address_key_and_model()
    {
        await using var server = await ModelServerDouble.StartAsync(body => $"Bonjour de {body.GetProperty("model").GetString()}.");
        var options = new ModelOptions { Kind = ModelKind.OpenAI, Endpoint = server.Endpoint, Key = "k", Name = "petit" };
        using var client = new ServiceCollection().AddModelServers(options, new()).BuildServiceProvider().GetRequiredService<IChatClient>();

        var response = await client.GetResponseAsync("Bonjour", cancellationToken: TestContext.Current.CancellationToken);

        response.Text.ShouldBe("Bonjour de petit.");
        response.FinishReason.ShouldBe(ChatFinishReason.Stop);
    }
}
