using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Receiving;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.BotProtocol.Tests.Receiving;

public sealed class BodyTests : IAsyncLifetime
{
    private const string Url = "http://127.0.0.1:9/";
    private MessagesHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await MessagesHost.StartAsync(anonymous: true);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    public static TheoryData<string, string, HttpStatusCode> Bodies()
    {
        const string Address = "\"serviceUrl\":\"" + Url + "\"";
        var deep = string.Concat(Enumerable.Repeat("[", 40)) + string.Concat(Enumerable.Repeat("]", 40));
        return new()
        {
            { "an unknown type", $$"""{"type":"brandNew",{{Address}}}""", HttpStatusCode.OK },
            { "no type", $$"""{{{Address}}}""", HttpStatusCode.OK },
            { "unknown fields", $$"""{"type":"message","surprise":{"a":[1,{"b":null}]},{{Address}}}""", HttpStatusCode.OK },
            { "null fields", $$"""{"type":"message","text":null,"from":null,"recipient":null,"conversation":null,"channelData":null,"entities":null,"value":null,{{Address}}}""", HttpStatusCode.OK },
            { "nulls in lists", $$"""{"type":"conversationUpdate","entities":[null],"membersAdded":[null,{"id":"29:1"}],"attachments":[null],{{Address}}}""", HttpStatusCode.OK },
            { "entities of no form", $$"""{"type":"message","entities":[{},1,"x",[],{"type":5},{"type":"mention","mentioned":"x","text":1}],{{Address}}}""", HttpStatusCode.OK },
            { "an empty object", "{}", HttpStatusCode.Unauthorized },
            { "nothing", "", HttpStatusCode.BadRequest },
            { "null", "null", HttpStatusCode.BadRequest },
            { "a list", "[]", HttpStatusCode.BadRequest },
            { "words", "hello", HttpStatusCode.BadRequest },
            { "half an object", "{\"type\":\"mess", HttpStatusCode.BadRequest },
            { "two objects", $$"""{{{Address}}} {}""", HttpStatusCode.BadRequest },
            { "a comment", $$"""{{{Address}} /* hello */}""", HttpStatusCode.BadRequest },
            { "a text that is a number", $$"""{"type":"message","text":5,{{Address}}}""", HttpStatusCode.BadRequest },
            { "a person that is a text", $$"""{"type":"message","from":"me",{{Address}}}""", HttpStatusCode.BadRequest },
            { "a conversation that is a list", $$"""{"type":"message","conversation":[],{{Address}}}""", HttpStatusCode.BadRequest },
            { "two addresses", $$"""{"type":"message","serviceUrl":"http://127.0.0.1:1/",{{Address}}}""", HttpStatusCode.BadRequest },
            { "too many levels", $$"""{"type":"message","value":{{deep}},{{Address}}}""", HttpStatusCode.BadRequest },
            { "half a letter in the text", $$"""{"type":"message","text":"\ud800",{{Address}}}""", HttpStatusCode.BadRequest },
            { "half a letter deep inside", $$"""{"type":"invoke","value":{"a":[{"b":"\ud83d"}]},{{Address}}}""", HttpStatusCode.BadRequest },
            { "half a letter in a name", $$"""{"type":"message","value":{"\udc00":1},{{Address}}}""", HttpStatusCode.BadRequest },
            { "an id without end", $$"""{"type":"message","conversation":{"id":"{{new string('a', 5_000)}}"},{{Address}}}""", HttpStatusCode.BadRequest },
        };
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_is_taken_or_refused(string what, string body, HttpStatusCode expected)
    {
        using var reply = await _host.PostAsync(new StringContent(body, Encoding.UTF8, "application/json"), header: null);

        reply.StatusCode.ShouldBe(expected, what);
        (await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Broken_letters_are_refused()
    {
        var body = Encoding.UTF8.GetBytes("{\"type\":\"message\",\"value\":\"?\",\"serviceUrl\":\"" + Url + "\"}");
        body[Array.IndexOf(body, (byte)'?')] = 0xFF;

        (await StatusAsync(Json(body))).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("application/json", HttpStatusCode.OK)]
    [InlineData("application/json; charset=utf-8", HttpStatusCode.OK)]
    [InlineData("application/json; charset=\"UTF-8\"", HttpStatusCode.OK)]
    [InlineData("application/json; charset=iso-8859-1", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("nonsense", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("", HttpStatusCode.UnsupportedMediaType)]
    public async Task Only_json_is_read(string type, HttpStatusCode expected)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""{"type":"event","serviceUrl":"{{Url}}"}"""));
        if (type.Length > 0)
            content.Headers.TryAddWithoutValidation("Content-Type", type);

        (await StatusAsync(content)).ShouldBe(expected);
    }

    [Fact]
    public async Task A_packed_body_is_refused()
    {
        var content = Json([1, 2, 3]);
        content.Headers.ContentEncoding.Add("gzip");

        (await StatusAsync(content)).ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData(100 * 1024, false, HttpStatusCode.OK)]
    [InlineData(100 * 1024, true, HttpStatusCode.OK)]
    [InlineData(ActivityBody.MaxBytes + 1, false, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(ActivityBody.MaxBytes + 1, true, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(1024 * 1024, false, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(1024 * 1024, true, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_beyond_256_kilobytes_is_refused_said_or_unsaid(int size, bool isChunked, HttpStatusCode expected)
    {
        var start = $$"""{"type":"event","serviceUrl":"{{Url}}","text":""" + "\"";
        var content = Json(Encoding.UTF8.GetBytes(start + new string('a', size - start.Length - 2) + "\"}"));

        (await StatusAsync(content, request => request.Headers.TransferEncodingChunked = isChunked)).ShouldBe(expected);
    }

    [Fact]
    public async Task Without_a_token_nobody_has_a_body_read()
    {
        await using var strict = await MessagesHost.StartAsync();
        using var reply = await strict.PostAsync(Json("not even JSON"u8.ToArray()), header: null);

        reply.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public void What_real_clients_sent_can_be_read()
    {
        Assert.SkipUnless(SharedFolder.Exists, SharedFolder.WhyAbsent);
        var files = Directory.GetFiles(SharedFolder.Combine("captures"), "*.json");

        files.Length.ShouldBeGreaterThan(20);
        foreach (var file in files)
        {
            var body = JsonNode.Parse(File.ReadAllText(file))!["body"]!;
            var activity = ActivityBody.Parse(Encoding.UTF8.GetBytes(body.ToJsonString())).ShouldBeOfType<BodyOutcome.Read>(file).Activity;
            activity.Type.ShouldBe((string?)body["type"]);
            activity.Conversation?.Id.ShouldBe((string?)body["conversation"]?["id"]);
            activity.From?.AadObjectId.ShouldBe((string?)body["from"]?["aadObjectId"]);
            activity.ChannelData?.Tenant?.Id.ShouldBe((string?)body["channelData"]?["tenant"]?["id"]);
            activity.Entities?.OfType<Entity.Mention>().Count().ShouldBe(body["entities"]!.AsArray().Count(entity => (string?)entity!["type"] == "mention"));
            activity.ExpectsReplies.ShouldBe((string?)body["deliveryMode"] == "expectReplies");
        }
    }

    private static ByteArrayContent Json(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private async Task<HttpStatusCode> StatusAsync(HttpContent content, Action<HttpRequestMessage>? change = null)
    {
        using var reply = await _host.PostAsync(content, header: null, change);
        return reply.StatusCode;
    }
}
