using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.ChannelDoubles;

/// <summary>
/// Stands in for the connector of Teams on a port of this machine, and keeps what it took. It is strict: what Teams is documented to refuse, it
/// refuses with the same status and code, and what Teams silently drops (suggestions beside a card, a fourth suggestion, a citation that the text
/// doesn't name), it refuses too, so that a test sees it. Rates, streams and their two minutes run on the clock it is given.
/// </summary>
/// <remarks>
/// Not checked: what is inside an Adaptive Card but its version; how Markdown looks; limits that all bots of a conversation share; targeted
/// messages; sensitivity labels beyond their form; signatures of tokens (see <see cref="LetsIn"/>). Of a stream, whether a final text must begin
/// with the chunks before it is not documented for informative updates and not asked of them.
/// </remarks>
public sealed class ConnectorDouble : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly ChannelQuota? _quota;
    private readonly StreamRules _streams;
    private readonly ConcurrentDictionary<string, string> _closed = new();
    private readonly ConcurrentDictionary<(string Conversation, string Id), bool> _activities = new();
    private int _ids;

    private ConnectorDouble(WebApplication app, TimeProvider time, bool limits)
    {
        (_app, _time, _streams) = (app, time, new(time));
        _quota = limits ? new(time) : null;
        Faults = new(time);
        app.MapPost("/v3/conversations", context => CallAsync(context, Begin));
        app.MapPost("/v3/conversations/{conversation}/activities", context => CallAsync(context, Activity));
        app.MapPost("/v3/conversations/{conversation}/activities/{id}", context => CallAsync(context, Activity));
        app.MapPut("/v3/conversations/{conversation}/activities/{id}", context => CallAsync(context, Activity));
        app.MapDelete("/v3/conversations/{conversation}/activities/{id}", context => CallAsync(context, Delete));
        app.MapGet("/v3/conversations/{conversation}/members/{member}", context => CallAsync(context, Member));
        app.MapGet("/v3/conversations/{conversation}/pagedmembers", context => CallAsync(context, Members));
    }

    /// <summary>What it took, in the order of arrival.</summary>
    public ConcurrentQueue<SentActivity> Sent { get; } = new();

    /// <summary>What it refused, in the order of arrival.</summary>
    public ConcurrentQueue<RefusedCall> Refused { get; } = new();

    /// <summary>Every call that reached it, by method and path, faults and refusals too.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>What goes wrong.</summary>
    public ConnectorFaults Faults { get; }

    /// <summary>Whether an Authorization header is taken; everyone by default.</summary>
    public Func<string?, bool> LetsIn { get; set; } = _ => true;

    /// <summary>Who a person of a conversation is; null: nobody. By default everyone is an ordinary user of the tenant of <see cref="SomeActivity"/>.</summary>
    public Func<string, string, JsonObject?> Roster { get; set; } = (_, member) => SomeActivity.Member(member);

    /// <summary>Whom the pages of members name.</summary>
    public IReadOnlyList<string> EveryMember { get; set; } = [SomeActivity.User];

    /// <summary>What activities name as their service url.</summary>
    public string ServiceUrl => _app.Urls.First();

    /// <param name="time">Of rates, streams and faults; null: the system's.</param>
    /// <param name="limits">False: as many requests as a benchmark makes.</param>
    public static async Task<ConnectorDouble> StartAsync(TimeProvider? time = null, bool limits = true)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new ConnectorDouble(builder.Build(), time ?? TimeProvider.System, limits);
        await connector._app.StartAsync();
        return connector;
    }

    /// <summary>The message of this number to people that is or was sent; typing and streamed updates are passed over.</summary>
    public async Task<SentActivity> MessageAsync(int number = 1, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (Sent.Where(one => one.IsMessage).Skip(number - 1).FirstOrDefault() is { } message)
                return message;
            await Task.Delay(10, cancellationToken);
        }
    }

    /// <summary>The person blocks or uninstalls the bot.</summary>
    public void Close(string conversation, string subCode = "MessageWritesBlocked") => _closed[conversation] = subCode;

    /// <summary>The person takes it back.</summary>
    public void Reopen(string conversation) => _closed.TryRemove(conversation, out _);

    /// <summary>The person presses "Stop" below what is being streamed.</summary>
    public void PressStop(string conversation) => _streams.Stop(conversation);

    /// <summary>What it would refuse an activity for, streams and rates aside; null: nothing.</summary>
    public static string? Flaw(JsonObject activity) => ActivityRules.IsTooLarge(activity, activity.ToJsonString())
        ? "Message size too large" : ActivityRules.Broken(activity, (string?)activity["conversation"]?["id"] ?? "");

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task CallAsync(HttpContext context, Func<ConnectorRequest, Reply> answer)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var request = new ConnectorRequest(context, await reader.ReadToEndAsync(context.RequestAborted));
        Calls.Enqueue($"{request.Method} {context.Request.Path}");
        var fault = Faults.Next(request.Method, request.Conversation);
        if (fault is Fault.Late late)
            await Task.Delay(late.By, _time, context.RequestAborted);
        if (fault is Fault.Cut)
        {
            context.Abort();
            return;
        }

        var reply = fault is Fault.Says says ? new Reply(says.Status, says.Body, says.RetryAfter) : Answer(request, answer);
        if (fault is Fault.Lost)
        {
            context.Abort();
            return;
        }

        if (reply.Status >= 400)
            Refused.Enqueue(new(request.Method, request.Conversation, reply.Status, reply.Body?.ToJsonString() ?? "", request.Text));
        await reply.WriteAsync(context);
    }

    private Reply Answer(ConnectorRequest request, Func<ConnectorRequest, Reply> answer)
    {
        if (!LetsIn(request.Authorization))
            return Reply.Error(HttpStatusCode.Unauthorized, "Unauthorized", "Authorization has been denied for this request.");
        if (_quota?.Refuses(request.Conversation, request.Tenant, reads: request.Method == "GET") is { } retryAfter)
            return Reply.Error(HttpStatusCode.TooManyRequests, "TooManyRequests", "API calls quota exceeded") with { RetryAfter = retryAfter };
        return _closed.TryGetValue(request.Conversation, out var subCode) ? Reply.Closed(subCode) : answer(request);
    }

    private Reply Activity(ConnectorRequest request)
    {
        if (request.Read() is not { } activity)
            return Reply.Error(HttpStatusCode.BadRequest, "BadSyntax", "The body is no JSON object.");
        if (request.Method == "PUT" && !_activities.ContainsKey((request.Conversation, request.Id)))
            return Reply.Error(HttpStatusCode.NotFound, "ActivityNotFoundInConversation", "No such activity.");
        var isStream = StreamRules.State(activity) is not null;
        if (ActivityRules.IsTooLarge(activity, request.Text))
            return isStream ? Reply.Error(HttpStatusCode.Forbidden, "ContentStreamNotAllowed", "Message size too large")
                : Reply.Error(HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig", "Message size too large");
        if (ActivityRules.Broken(activity, request.Conversation) is { } broken)
            return Reply.Error(HttpStatusCode.BadRequest, "BadSyntax", broken);
        if (isStream)
            return Streamed(request, activity);
        var id = request.Method == "PUT" ? request.Id : NewId();
        Take(request, activity, id);
        return (request.Method, (string?)activity["type"]) switch
        {
            ("PUT", _) => Reply.Id(HttpStatusCode.OK, id),
            (_, "typing") => new Reply(202),
            _ => Reply.Id(HttpStatusCode.Created, id),
        };
    }

    private Reply Streamed(ConnectorRequest request, JsonObject activity)
    {
        if (request.Method != "POST")
            return Reply.Error(HttpStatusCode.BadRequest, "BadSyntax", "A stream is not continued by an update.");
        switch (_streams.Take(request.Conversation, activity, NewId))
        {
            case StreamDecision.Begun begun:
                Take(request, activity, begun.Id);
                return Reply.Id(HttpStatusCode.Created, begun.Id);
            case StreamDecision.Continued continued:
                Take(request, activity, continued.Id);
                return new(202);
            case StreamDecision.Refused refused:
                return refused.Reply;
            default:
                throw new InvalidOperationException("A stream came to a decision that no case names.");
        }
    }

    private Reply Begin(ConnectorRequest request)
    {
        if (request.Read() is not { } wanted)
            return Reply.Error(HttpStatusCode.BadRequest, "BadSyntax", "The body is no JSON object.");
        if (ConversationRules.Broken(wanted) is { } broken)
            return Reply.Error(HttpStatusCode.BadRequest, "BadSyntax", broken);
        if ((bool)wanted["isGroup"]!)
        {
            var (thread, first) = ($"{(string?)wanted["channelData"]!["channel"]!["id"]};messageid={NewId()}", NewId());
            Sent.Enqueue(new("POST", thread, first, wanted["activity"]!.AsObject()));
            _activities[(thread, first)] = true;
            return new(201, new JsonObject { ["id"] = thread, ["activityId"] = first });
        }

        // The same chat, however often it is begun.
        return Reply.Id(HttpStatusCode.Created, $"a:{(string?)wanted["members"]![0]!["id"]}");
    }

    private Reply Delete(ConnectorRequest request) => _activities.TryRemove((request.Conversation, request.Id), out _)
        ? new Reply(200) : Reply.Error(HttpStatusCode.NotFound, "ActivityNotFoundInConversation", "No such activity.");

    private Reply Member(ConnectorRequest request) => Roster(request.Conversation, request.Member) is { } member
        ? new Reply(200, member) : Reply.Error(HttpStatusCode.NotFound, "MemberNotFoundInConversation", "The member is not in the conversation.");

    private Reply Members(ConnectorRequest request)
    {
        var size = Math.Clamp(int.TryParse(request.Query("pageSize"), CultureInfo.InvariantCulture, out var asked) ? asked : 200, 50, 500);
        var from = int.TryParse(request.Query("continuationToken"), CultureInfo.InvariantCulture, out var token) ? token : 0;
        var page = new JsonObject { ["members"] = new JsonArray([.. EveryMember.Skip(from).Take(size).Select(member => Roster(request.Conversation, member))]) };
        if (from + size < EveryMember.Count)
            page["continuationToken"] = (from + size).ToString(CultureInfo.InvariantCulture);
        return new(200, page);
    }

    private void Take(ConnectorRequest request, JsonObject activity, string id)
    {
        _activities[(request.Conversation, id)] = true;
        Sent.Enqueue(new(request.Method, request.Conversation, id, activity) { At = _time.GetUtcNow(), Authorization = request.Authorization });
    }

    private string NewId() => Interlocked.Increment(ref _ids).ToString(CultureInfo.InvariantCulture);
}
