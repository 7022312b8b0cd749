using System.Net;
using System.Text.RegularExpressions;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.TeamsBot.Tests.Documents;

/// <summary>The host over a real store with nothing in it.</summary>
public sealed class StoringHost(params (string Key, string Value)[] settings) : HostUnderTest(followsRedirects: false, settings)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static byte[] Sample(string name) => File.ReadAllBytes(RepositoryRoot.Combine("tests", "Samples", "pdf", name));

    public async Task<string> UploadAsync(byte[] content, string name, string query = "")
    {
        using var body = new ByteArrayContent(content);
        using var response = await Client.PostAsync($"/uploads?name={Uri.EscapeDataString(name)}{query}", body, Token);
        return await response.Content.ReadAsStringAsync(Token);
    }

    /// <summary>The table once nothing is under way any more.</summary>
    public async Task<string> SettledTableAsync()
    {
        while (true)
        {
            var html = await PageAsync("/documents");
            if (html.Contains("data-underway=\"0\"", StringComparison.Ordinal))
                return html;
            await Task.Delay(20, Token);
        }
    }

    public async Task<string> PageAsync(string address) => Plain(await Client.GetStringAsync(address, Token));

    /// <summary>As read, the narrow spaces before French punctuation plain.</summary>
    public static string Plain(string html) => WebUtility.HtmlDecode(html).Replace('\u202f', ' ').Replace('\u00a0', ' ');

    public async Task<(HttpStatusCode Status, string Html)> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await Client.PostAsync(address, form, Token);
        return (response.StatusCode, Plain(await response.Content.ReadAsStringAsync(Token)));
    }

    /// <summary>Takes a sample in and publishes it as it is described.</summary>
    public async Task PublishAsync(string sample, string title, string from = "01/01/2026")
    {
        await UploadAsync(Sample(sample), sample);
        var id = IdsIn(await SettledTableAsync()).Last();
        var (status, html) = await PostAsync("/uploads/publish", ("id", id), ($"title.{id}", title), ($"from.{id}", from), ($"checked.{id}", "1"));
        status.ShouldBe(HttpStatusCode.OK, html);
    }

    public static string[] IdsIn(string html) => [.. Regex.Matches(html, "data-upload=\"([0-9a-f]{32})\"").Select(match => match.Groups[1].Value)];
}
