using System.Globalization;
using System.Text.Json;
using AgentHelpdesk.ChannelDoubles;

namespace AgentHelpdesk.Benchmarks.Teams;

/// <summary>
/// What the bot bears in Teams: the host in a process of its own over the samples, with the extractive writer, and the channel played by this
/// process on the same machine.
/// </summary>
internal static class TeamsTable
{
    private const int Outstanding = 100;

    /// <summary>Enough for a quantile of 99 %; memory is watched over all the turns asked for, speed is not.</summary>
    private const int MostTimed = 10_000;

    /// <param name="questionFile">One JSON object a line.</param>
    /// <param name="turns">Turns at full load.</param>
    /// <param name="memoryOnly">Only these, to see what the host holds after each tenth of them.</param>
    public static async Task PrintAsync(string questionFile, int turns, bool memoryOnly)
    {
        var questions = (await File.ReadAllLinesAsync(questionFile)).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("question").GetString() ?? "").ToArray();
        await using var connector = await ConnectorDouble.StartAsync(limits: false);
        await using var host = await SampleHost.StartAsync(("Bot__AllowAnonymous", "true"));
        using var traffic = new TeamsTraffic(host.Address, connector, questions);
        Console.WriteLine($"{Environment.ProcessorCount} cores, load {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]}");

        await traffic.RunAsync(Math.Min(turns, 1_000), Outstanding);
        Console.WriteLine($"warm                    {host.MegabytesHeld():0} MB");

        if (memoryOnly)
        {
            for (var tenth = 1; tenth <= 10; tenth++)
                await ReportAsync($"{turns / 10L * tenth:N0} turns", host, () => traffic.RunAsync(turns / 10, Outstanding));
            return;
        }

        var full = await ReportAsync("full load", host, () => traffic.RunAsync(turns, Outstanding));
        var timed = Math.Min(turns / 2, MostTimed);
        await ReportAsync("half load", host, () => traffic.RunAsync(timed, int.MaxValue / 2, full.PerSecond / 2));
        await ReportAsync("200 a second", host, () => traffic.RunAsync(timed, int.MaxValue / 2, 200));
        await ReportAsync("3,000 at once", host, () => traffic.RunAsync(3_000, 3_000));
    }

    private static async Task<TrafficTimes> ReportAsync(string name, SampleHost host, Func<Task<TrafficTimes>> run)
    {
        var before = host.ProcessorTime();
        var times = await run();
        var processor = (host.ProcessorTime() - before).TotalMilliseconds / Math.Max(1, times.Answered.Count);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-16}{times.Answered.Count,8} answered, {times.TurnedAway} turned away, {times.Unanswered} lost; {times.PerSecond:0} turns/s, {processor:0.0} ms of processor a turn; "
            + $"acknowledged p50 {Quantile(times.Acknowledged, .5):0.0} p99 {Quantile(times.Acknowledged, .99):0.0} ms; "
            + $"answered p50 {Quantile(times.Answered, .5):0} p99 {Quantile(times.Answered, .99):0} ms; {host.MegabytesHeld():0} MB"));
        return times;
    }

    private static double Quantile(IReadOnlyCollection<double> values, double share) =>
        values.Count == 0 ? 0 : values.Order().ElementAt((int)Math.Ceiling(share * values.Count) - 1);
}
