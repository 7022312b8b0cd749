using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using AgentHelpdesk.BotProtocol.Activities;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace AgentHelpdesk.BotProtocol.Receiving;

/// <summary>Reads an activity from a request of anybody: bounded in size, depth and time, every text of it readable, or it is refused.</summary>
internal static class ActivityBody
{
    /// <summary>Bytes; messages of Teams stay below 100 KB, those that a search starts from carry another message inside.</summary>
    public const int MaxBytes = 256 * 1024;

    // Ids are opaque, not endless: they are hashed, compared and written into addresses.
    private const int MaxId = 2_048;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<BodyOutcome> ReadAsync(HttpRequest request, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!IsJson(request))
            return new BodyOutcome.Refused(StatusCodes.Status415UnsupportedMediaType);
        if (request.ContentLength > MaxBytes)
            return new BodyOutcome.Refused(StatusCodes.Status413PayloadTooLarge);

        // The host's own limit is for forms; without a declared length it is counted below.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaxBytes;
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(MaxBytes + 1);
        try
        {
            var length = await request.Body.ReadAtLeastAsync(buffer.AsMemory(0, MaxBytes + 1), MaxBytes + 1, throwOnEndOfStream: false, either.Token);
            return length > MaxBytes ? new BodyOutcome.Refused(StatusCodes.Status413PayloadTooLarge) : Parse(buffer.AsSpan(0, length));
        }
        catch (BadHttpRequestException exception)
        {
            return new BodyOutcome.Refused(exception.StatusCode);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return new BodyOutcome.Refused(StatusCodes.Status408RequestTimeout);
        }
        finally
        {
            // What people wrote does not stay in a buffer that the next request sees.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    internal static BodyOutcome Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            ReadEveryText(utf8);
            return JsonSerializer.Deserialize(utf8, ActivityJson.Wire.Activity) is { } activity && HasBoundedIds(activity)
                ? new BodyOutcome.Read(WithoutGaps(activity))
                : new BodyOutcome.Refused(StatusCodes.Status400BadRequest);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return new BodyOutcome.Refused(StatusCodes.Status400BadRequest);
        }
    }

    // Half a surrogate pair or broken UTF-8 is noticed only where a text is read; in a part that stays JSON that would be deep inside the bot.
    private static void ReadEveryText(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new() { MaxDepth = ActivityJson.Wire.Options.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                _ = reader.GetString();
        }
    }

    private static bool HasBoundedIds(Activity activity) =>
        new[]
        {
            activity.Type, activity.Id, activity.ChannelId, activity.ServiceUrl, activity.ReplyToId, activity.Name, activity.Locale, activity.From?.Id,
            activity.Recipient?.Id, activity.Conversation?.Id, activity.Conversation?.Type,
        }.All(id => id is not { Length: > MaxId });

    // A list with nulls in it is a list without them.
    private static Activity WithoutGaps(Activity activity) => activity with
    {
        Entities = Dense(activity.Entities),
        Attachments = Dense(activity.Attachments),
        MembersAdded = Dense(activity.MembersAdded),
        MembersRemoved = Dense(activity.MembersRemoved),
        // Only the bot makes suggestions.
        SuggestedActions = null,
    };

    private static ImmutableArray<T>? Dense<T>(ImmutableArray<T>? list) where T : class =>
        list is not { IsDefault: false } some ? null : some.Contains(null!) ? [.. some.Where(one => one is not null)] : some;

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase))
        && request.Headers.ContentEncoding.Count == 0;
}

/// <summary>What a request's body is.</summary>
internal abstract record BodyOutcome
{
    private BodyOutcome() { }

    public sealed record Read(Activity Activity) : BodyOutcome;

    /// <param name="Status">What the sender is told; there is no more to tell.</param>
    public sealed record Refused(int Status) : BodyOutcome;
}
